/** What the bench asks of its Worker. `words` are kept for the requests that follow. */
export type Asked = {
  words?: { banned: string[]; suspect: string[] };
  text: { body: string; name: string; email: string; website: string };
  times: number;
};
