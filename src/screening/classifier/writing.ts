/** What a reader sent in and where, as far as the classifier looks at it. Unknown fields are ''. */
export type Writing = {
  body: string;
  author: string;
  email: string;
  website: string;
  article: { title: string; text: string };
};
