import { useLingui } from '@lingui/react/macro';
import { type Combination, combinations, type QualityModel } from '../../model/map/qualityModel.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import styles from './QualityPage.module.css';

export interface CombinationSelectProps {
  readonly model: QualityModel;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
}

/** [Q32] How parts make a whole: whether strong ones may make up for weak ones. The model says so, for plans and exports too. */
export function CombinationSelect({ model, readOnly, run }: CombinationSelectProps) {
  const { t } = useLingui();
  const names: Readonly<Record<Combination, string>> = {
    mean: t`Weighted mean`,
    geometric: t`Geometric mean: weak parts count more`,
    weakest: t`Weakest link`,
  };
  return (
    <select
      className={styles['select']}
      aria-label={t`How parts make the whole`}
      value={model.combine}
      disabled={readOnly}
      onChange={(event) => {
        const combine = combinations.find((each) => each === event.currentTarget.value) ?? 'mean';
        run({ type: 'put', collection: 'qualityModels', record: { ...model, combine } });
      }}
    >
      {combinations.map((each) => (
        <option key={each} value={each}>
          {names[each]}
        </option>
      ))}
    </select>
  );
}
