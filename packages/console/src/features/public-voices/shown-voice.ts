import type { RouteOutput } from '@zhaoshi/contract/define-route';
import type { publicVoiceRoutes } from '@zhaoshi/contract/routes/public-voices';

export type ShownVoice = RouteOutput<typeof publicVoiceRoutes.read>;
