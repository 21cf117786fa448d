import {
  type LeverTemplate,
  leverTemplateSchema,
  type PlanTemplate,
  planTemplateSchema,
} from '../../model/simulation/leverTemplate.ts';
import afterSales from './afterSales.json';
import agentAssist from './agentAssist.json';
import callback from './callback.json';
import chatbot from './chatbot.json';
import companion from './companion.json';
import crossTeam from './crossTeam.json';
import earlyWarning from './earlyWarning.json';
import feedbackLoop from './feedbackLoop.json';
import followUp from './followUp.json';
import incentives from './incentives.json';
import interactive from './interactive.json';
import knowledgeBase from './knowledgeBase.json';
import loadBalancing from './loadBalancing.json';
import omniChannel from './omniChannel.json';
import oneStop from './oneStop.json';
import openingHours from './openingHours.json';
import personalisation from './personalisation.json';
import priorityTiers from './priorityTiers.json';
import processAutomation from './processAutomation.json';
import qualityMonitoring from './qualityMonitoring.json';
import queueInfo from './queueInfo.json';
import selfServicePortal from './selfServicePortal.json';
import smartQueue from './smartQueue.json';
import smartTriage from './smartTriage.json';
import staffingShift from './staffingShift.json';
import training from './training.json';
import workflowSimplification from './workflowSimplification.json';
import plans from './servicePlans.json';

/** The library of levers, in the order in which people choose from it. To add one: its JSON file and a line here. */
export const leverTemplates: readonly LeverTemplate[] = [
  staffingShift,
  knowledgeBase,
  chatbot,
  training,
  followUp,
  smartTriage,
  agentAssist,
  smartQueue,
  loadBalancing,
  priorityTiers,
  queueInfo,
  callback,
  omniChannel,
  personalisation,
  feedbackLoop,
  incentives,
  earlyWarning,
  companion,
  openingHours,
  afterSales,
  workflowSimplification,
  crossTeam,
  qualityMonitoring,
  selfServicePortal,
  processAutomation,
  oneStop,
  interactive,
].map((template) => leverTemplateSchema.parse(template));

/** An example plan for each of the six service modes of source 004. */
export const servicePlanTemplates: readonly PlanTemplate[] = plans.map((plan) =>
  planTemplateSchema.parse(plan),
);
