import { useLingui } from '@lingui/react/macro';
import { type Combination, combinations } from '../../model/quality/scoreMap.ts';
import styles from './QualityPage.module.css';

export interface CombinationSelectProps {
  readonly combine: Combination;
  readonly onChange: (combine: Combination) => void;
}

/** How parts make a whole: whether strong ones may make up for weak ones. A way of looking; the map is not changed. */
export function CombinationSelect({ combine, onChange }: CombinationSelectProps) {
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
      value={combine}
      onChange={(event) =>
        onChange(combinations.find((each) => each === event.currentTarget.value) ?? 'mean')
      }
    >
      {combinations.map((each) => (
        <option key={each} value={each}>
          {names[each]}
        </option>
      ))}
    </select>
  );
}
