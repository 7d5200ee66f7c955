import { createApp } from './app.ts';
import type { Env } from './deps.ts';
import { SiteLearner } from './learning/site-learner.ts';
import { ThreadChannel } from './live/thread-channel.ts';

const app = createApp();

export { SiteLearner, ThreadChannel };
export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
