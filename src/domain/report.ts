/** A reader's complaint about a comment, as a moderator reads it. */
export type Report = {
  /** One of the site's reasons at that time. */
  reason: string;
  text: string | null;
  at: Date;
};
