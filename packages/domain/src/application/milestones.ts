export interface MilestoneRules {
  readonly dispatchPercent: number;
}
