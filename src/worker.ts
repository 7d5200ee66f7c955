import { createApp } from './app.ts';
import type { Env } from './deps.ts';
import { SiteLearner } from './learning/site-learner.ts';
import { DeskChannel } from './live/desk-channel.ts';
import { ThreadChannel } from './live/thread-channel.ts';

const app = createApp();

export { DeskChannel, SiteLearner, ThreadChannel };
export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
