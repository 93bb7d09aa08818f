export {
  type CompiledCampaign,
  compileCampaign,
  type EvaluationInput,
} from "../maturity/compile-campaign";
