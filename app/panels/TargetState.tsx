import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '../design/parts/Tooltip.tsx';
import styles from './TargetState.module.css';

/** Met, near or missed: each with its own shape, so that colour is never alone. */
export function TargetState({ state }: { readonly state: 'met' | 'near' | 'missed' }) {
  const { t } = useLingui();
  const words = { met: t`target met`, near: t`close to the target`, missed: t`target missed` };
  return (
    <Tooltip text={words[state]} side="left">
      <svg
        className={styles[state]}
        width={10}
        height={10}
        viewBox="0 0 10 10"
        role="img"
        aria-label={words[state]}
      >
        {state === 'met' && <circle cx={5} cy={5} r={4} />}
        {state === 'near' && <path d="M5 .8 9.4 9H.6Z" />}
        {state === 'missed' && <rect x={1.2} y={1.2} width={7.6} height={7.6} rx={1} />}
      </svg>
    </Tooltip>
  );
}
