/** The words for what the newsroom puts on top. */
export const enFeatured = {
  featured: 'Featured',
  place: 'Show in the thread',
};
