import type { ReviewChain } from '../disclosure/review-chain.ts';
import type { SettingReader } from './application-rules.ts';

/** The steps of an organ's own review. */
export const reviewChainFrom = (settings: SettingReader): ReviewChain => ({
  hasUnitStep: settings('disclosure.hasUnitStep'),
  leaderSigns: settings('disclosure.leaderSigns'),
  signerMayPublish: settings('disclosure.signerMayPublish'),
});
