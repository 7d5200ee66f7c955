import { plainText } from '../../src/domain/body.ts';
import { parseBody } from '../../src/domain/parse-body.ts';
import type { SiteModel } from '../../src/domain/site-model.ts';
import { fingerprint } from '../../src/screening/campaign.ts';
import { CHECKS } from '../../src/screening/checks/index.ts';
import { loadSiteModel } from '../../src/screening/classifier/stored-site-model.ts';
import { comparable } from '../../src/screening/comparable.ts';
import { screen } from '../../src/screening/screen.ts';
import { aSubmission } from '../../test/support/builders.ts';
import type { Asked } from './asked.ts';

let words: { banned: string[]; suspect: string[] } = { banned: [], suspect: [] };
let siteModel: SiteModel | null = null;

/** Does all that screening does with a comment but ask the database, as often as it is told. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { words: given, model, text, times }: Asked = await request.json();
    if (given !== undefined) words = given;
    if (model !== undefined) siteModel = loadSiteModel(model);
    let findings = 0;
    for (let i = 0; i < times; i++) findings += judge(text);
    return new Response(String(findings));
  },
};

function judge({ body: source, ...fields }: Asked['text']): number {
  const body = parseBody(source);
  const text = { ...fields, body: plainText(body) };
  comparable(text.body);
  const trace = fingerprint({ body: source, website: fields.website });
  const submission = aSubmission({ site: words, siteModel, text, source, body, trace });
  return screen(submission, CHECKS).findings.length;
}
