/** What became of the newest 20 comments of the last 30 days, as far as it is decided. */
export type History = {
  published: number;
  /** By a moderator, or rejected on proof. What the filter took for spam alone is no fact. */
  thrownOut: number;
};

/** A name that a guest may not pass for. Readers who are signed in will come to this list too. */
export type ProtectedName = { name: string; holder: 'moderator' };
