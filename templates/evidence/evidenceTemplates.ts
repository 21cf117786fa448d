import { type EvidenceTemplate, evidenceTemplateSchema } from '../../model/quality/evidenceTemplate.ts';
import effectsInSources from './effectsInSources.json';

/** The first library of evidence: every effect that the source texts claim, and the few better studies found beside them. */
export const evidenceTemplates: readonly EvidenceTemplate[] = effectsInSources.map((template) =>
  evidenceTemplateSchema.parse(template),
);
