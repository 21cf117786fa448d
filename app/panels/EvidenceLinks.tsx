import { useLingui } from '@lingui/react/macro';
import type { EvidenceId, StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { metricTitle } from '../../model/quality/metricTitle.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import styles from './EvidenceTab.module.css';

export interface EvidenceLink {
  readonly key: string;
  readonly title: string;
  readonly isLinked: boolean;
  /** The edit that links it, or takes the link away. */
  readonly change: Command;
}

/** What could rest on a piece of evidence: cards and numbers of the step, and the levers of the map. */
export function evidenceLinks(
  map: JourneyMap,
  evidenceId: EvidenceId,
  stepId: StepId | undefined,
  language: Language,
): { readonly cards: EvidenceLink[]; readonly numbers: EvidenceLink[]; readonly levers: EvidenceLink[] } {
  const toggled = (ids: readonly EvidenceId[]): readonly EvidenceId[] =>
    ids.includes(evidenceId) ? ids.filter((id) => id !== evidenceId) : [...ids, evidenceId];
  return {
    cards: map.cards
      .filter((card) => card.stepId !== undefined && card.stepId === stepId && card.text.trim() !== '')
      .map(({ id, text, evidenceIds }) => ({
        key: id,
        title: text.split('\n')[0]!.slice(0, 100),
        isLinked: evidenceIds.includes(evidenceId),
        change: {
          type: 'setFields',
          collection: 'cards',
          ids: [id],
          fields: { evidenceIds: toggled(evidenceIds) },
        },
      })),
    numbers: map.measurements
      .filter(({ on }) => 'stepId' in on && on.stepId === stepId)
      .map(({ id, metric, source }) => {
        const { evidenceId: before, ...rest } = source;
        return {
          key: id,
          title: metricTitle(map, metric, language),
          isLinked: before === evidenceId,
          change: {
            type: 'setFields',
            collection: 'measurements',
            ids: [id],
            fields: { source: before === evidenceId ? rest : { ...rest, evidenceId } },
          },
        };
      }),
    levers: map.levers.map(({ id, title, evidenceIds }) => ({
      key: id,
      title,
      isLinked: evidenceIds.includes(evidenceId),
      change: {
        type: 'setFields',
        collection: 'levers',
        ids: [id],
        fields: { evidenceIds: toggled(evidenceIds) },
      },
    })),
  };
}

export interface EvidenceLinksProps {
  readonly map: JourneyMap;
  readonly evidenceId: EvidenceId;
  readonly stepId: StepId | undefined;
  readonly run: (command: Command) => boolean;
}

/** Ticks for what rests on the evidence; each tick is an edit of its own. */
export function EvidenceLinks({ map, evidenceId, stepId, run }: EvidenceLinksProps) {
  const { t, i18n } = useLingui();
  const links = evidenceLinks(map, evidenceId, stepId, i18n.locale as Language);
  const groups = [
    { title: t`Cards of the selected step`, links: links.cards },
    { title: t`Numbers of the selected step`, links: links.numbers },
    { title: t`Levers`, links: links.levers },
  ];
  return groups.map((group) =>
    group.links.length === 0 ? null : (
      <fieldset key={group.title} className={styles['links']}>
        <legend>{group.title}</legend>
        {group.links.map(({ key, title, isLinked, change }) => (
          <label key={key} className={styles['link']}>
            <input type="checkbox" checked={isLinked} onChange={() => run(change)} /> {title}
          </label>
        ))}
      </fieldset>
    ),
  );
}
