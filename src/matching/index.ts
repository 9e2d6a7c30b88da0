/**
 * The matching engine's public face: which customer an identity is (`decide`), which records are one person's (`clusterRecords`), and
 * why (`scorePair`). Runs in a server and in a browser alike.
 */
export { blockingKeys, blockingVersion } from './blocking.ts';
export { builtInModel } from './built-in-model.ts';
export { clusterRecords, type ClusterOptions } from './cluster.ts';
export { type CandidateCustomer, decide, type DecideOptions, type Decision, gradeOf, type RankedCandidate } from './decide.ts';
export {
  type CalibrationBand,
  evaluate,
  type EvaluatedLinkage,
  type Evaluation,
  type Figures,
  rateClusters,
  type Rates,
  recallByGroup,
  type StageSeconds,
  type ThresholdFigures,
} from './evaluate.ts';
export type { Truth } from './evaluate-truth.ts';
export type {
  Agreement,
  Circumstance,
  Comparison,
  ComparisonName,
  Condition,
  Frequencies,
  Level,
  LevelLabel,
  LevelProbabilities,
  Model,
  Policy,
  Prior,
} from './model.ts';
export { type Score, scorePair } from './score.ts';
