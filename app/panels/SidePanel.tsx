import { useLingui } from '@lingui/react/macro';
import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useState } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { type Tab, Tabs } from '../design/parts/Tabs.tsx';
import { tell, tellProblem } from '../design/parts/toasts.ts';
import { PlanTab } from '../plan/PlanTab.tsx';
import { useMap } from '../session/useSharedMap.ts';
import { choose, usePreferences } from '../settings/preferences.ts';
import { EvidenceTab } from './EvidenceTab.tsx';
import { refusedText } from './refusedText.ts';
import styles from './SidePanel.module.css';
import { StepTab } from './StepTab.tsx';

export type PanelTab = 'step' | 'plan' | 'evidence';

export interface SidePanelProps {
  readonly shared: SharedMap;
  /** The step that is selected on the canvas, by itself or by one of its cards. */
  readonly stepId: StepId | undefined;
  readonly readOnly: boolean;
  /** Shown in place of these tabs' own state, when the editor steers it. */
  readonly tab?: PanelTab;
  readonly onTab?: (tab: PanelTab) => void;
}

interface PanelProps extends SidePanelProps {
  readonly map: JourneyMap;
}

/** What stands beside the map: the numbers of a step, the plan over the map, the evidence behind both. */
export const SidePanel = memo((props: SidePanelProps) => {
  // The canvas answers first, the numbers beside it follow.
  const map = useDeferredValue(useMap(props.shared));
  return <Panel {...props} map={map} />;
});

const Panel = memo(({ shared, map, stepId, readOnly, tab, onTab }: PanelProps) => {
  const { t, i18n } = useLingui();
  const [ownTab, setOwnTab] = useState<PanelTab>('plan');
  const run = useCallback(
    (command: Command) => {
      const done = shared.run(command);
      if (!done.ok) tellProblem(refusedText(done.error, i18n));
      return done.ok;
    },
    [shared, i18n],
  );

  const open = usePreferences((preferences) => preferences.panel === 'open');
  if (!open)
    return (
      <aside className={styles['closed']} aria-label={t`Details`}>
        <IconButton
          label={t`Show the details`}
          icon={<PanelRightOpen />}
          tooltipSide="left"
          onClick={() => choose({ panel: 'open' })}
        />
      </aside>
    );

  const tabs: readonly Tab<PanelTab>[] = [
    {
      name: 'step',
      label: t`Step`,
      content: (
        <StepTab
          map={map}
          stepId={stepId}
          readOnly={readOnly}
          onSave={(record) => run({ type: 'put', collection: 'measurements', record })}
          onDelete={(measurement) => {
            if (run({ type: 'delete', collection: 'measurements', ids: [measurement.id] }))
              tell(t`The number is deleted.`, () =>
                run({ type: 'put', collection: 'measurements', record: measurement }),
              );
          }}
        />
      ),
    },
    {
      name: 'plan',
      label: t`Plan`,
      content: <PlanTab shared={shared} map={map} stepId={stepId} readOnly={readOnly} run={run} />,
    },
    {
      name: 'evidence',
      label: t`Evidence`,
      content: <EvidenceTab map={map} stepId={stepId} readOnly={readOnly} run={run} />,
    },
  ];
  return (
    <aside className={styles['panel']} aria-label={t`Details`}>
      <Tabs
        label={t`Details`}
        className={styles['tabs']}
        tabs={tabs}
        value={tab ?? ownTab}
        onChange={onTab ?? setOwnTab}
        aside={
          <IconButton
            className={styles['close']}
            label={t`Hide the details`}
            icon={<PanelRightClose />}
            tooltipSide="left"
            onClick={() => choose({ panel: 'closed' })}
          />
        }
      />
    </aside>
  );
});
