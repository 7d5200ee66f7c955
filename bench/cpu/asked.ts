import type { StoredSiteModel } from '../../src/screening/classifier/stored-site-model.ts';

/** What the bench asks of its Worker. `words` and `model` are kept for the requests that follow. */
export type Asked = {
  words?: { banned: string[]; suspect: string[] };
  /** What the site has learned, as it is stored. */
  model?: StoredSiteModel;
  text: { body: string; name: string; email: string; website: string };
  times: number;
};
