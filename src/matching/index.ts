/**
 * The matching engine's public face: which customer an identity is (`decide`), which records are one person's (`dedupe`, `link`), what
 * a model learns from records (`trainModel`), and why a pair scores as it does (`explain`). Runs in a server and in a browser alike.
 */
export type { Merge } from './agglomerate.ts';
export { blockingKeys, blockingVersion } from './blocking.ts';
export { builtInModel, builtInModels, builtInVersion } from './built-in-model.ts';
export { clusterRecords, type ClusterOptions } from './cluster-records.ts';
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
export { dedupe, link, type Linkage, type LinkageOptions, type LinkOptions } from './linkage.ts';
export { createLookUp, type CustomerRecord, type FoundCustomer, type LookUp, type LookUpOptions } from './look-up.ts';
export type { MatchIdentity, MatchRecord } from './match-record.ts';
export type {
  Circumstance,
  Comparison,
  ComparisonKind,
  ComparisonName,
  Condition,
  CustomerKind,
  Frequencies,
  KindModel,
  Level,
  LevelLabel,
  LevelProbabilities,
  Model,
  Policy,
  Prior,
  Provenance,
} from './model.ts';
export { type BatchPreparer, createBatchPreparer, type PreparedBatch, type Records, type RecordSet } from './record-batches.ts';
export type { PlaceholderReport } from './record-table.ts';
export { assertUsableModel } from './read-model.ts';
export { explain, type Score, score, scorePair } from './score.ts';
export { fromSplinkModel, type SplinkModel, SplinkModelError, type SplinkScore } from './splink/splink-model.ts';
export { countTermFrequencies, type TermFrequencies } from './splink/term-frequencies.ts';
export type { RangeWarning } from './training-range.ts';
export { type Ablation, type Progress, trainModel, type TrainOptions } from './train.ts';
