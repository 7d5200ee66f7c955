import { createApp } from './app.ts';
import type { Env } from './deps.ts';
import { SiteLearner } from './learning/site-learner.ts';

const app = createApp();

export { SiteLearner };
export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
