/** The words for comments that come in while somebody reads. */
export const enFresh = {
  fresh: (count: number) => (count === 1 ? '1 new comment' : `${count} new comments`),
};
