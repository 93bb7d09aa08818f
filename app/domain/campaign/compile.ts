export { type CompiledCampaign, compileCampaign } from "../maturity/compile-campaign";
export type { EvaluationInput } from "../maturity/compile-questionnaire";
