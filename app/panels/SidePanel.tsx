import { useLingui } from '@lingui/react/macro';
import { PanelRightClose, PanelRightOpen } from 'lucide-react';
import { memo, useCallback, useDeferredValue } from 'react';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { CommentAnchor } from '../../model/protocol/talk.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { IconButton } from '../design/parts/IconButton.tsx';
import { type Tab, Tabs } from '../design/parts/Tabs.tsx';
import { tell, tellProblem } from '../design/parts/toasts.ts';
import { PlanTab } from '../plan/PlanTab.tsx';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { choose, usePreferences } from '../settings/preferences.ts';
import { TalkTab } from '../talk/TalkTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import { refusedText } from './refusedText.ts';
import type { JumpTo } from '../talk/talkAbout.ts';
import styles from './SidePanel.module.css';
import { StepTab } from './StepTab.tsx';

export type PanelTab = 'step' | 'plan' | 'evidence' | 'talk';

export interface SidePanelProps {
  readonly opened: OpenedMap;
  /** The step that is selected on the canvas, by itself or by one of its cards. */
  readonly stepId: StepId | undefined;
  /** What a new comment is about; undefined: the map as a whole. */
  readonly anchor: CommentAnchor | undefined;
  /** One pressed its bubble, which says how many threads there are: those are wanted. */
  readonly anchorIsAsked: boolean;
  readonly readOnly: boolean;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly jumpTo: JumpTo;
}

interface PanelProps extends SidePanelProps {
  readonly map: JourneyMap;
}

/** What stands beside the map: the numbers of a step, the plan over the map, the evidence behind both. */
export const SidePanel = memo((props: SidePanelProps) => {
  // The canvas answers first, the numbers beside it follow.
  const map = useDeferredValue(useMap(props.opened.shared));
  return <Panel {...props} map={map} />;
});

const Panel = memo(
  ({ opened, map, stepId, anchor, anchorIsAsked, readOnly, tab, onTab, jumpTo }: PanelProps) => {
    const { t, i18n } = useLingui();
    const { shared } = opened;
    const role = useObservable(opened.role);
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
            onSave={(record, base) => run({ type: 'put', collection: 'measurements', record, base })}
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
      // Guests of a session have their own ways to speak.
      ...(role === 'participant'
        ? []
        : [
            {
              name: 'talk' as const,
              label: t`Talk`,
              content: (
                <TalkTab
                  opened={opened}
                  map={map}
                  anchor={anchor}
                  anchorIsAsked={anchorIsAsked}
                  jumpTo={jumpTo}
                />
              ),
            },
          ]),
    ];
    return (
      <aside className={styles['panel']} aria-label={t`Details`}>
        <Tabs
          label={t`Details`}
          className={styles['tabs']}
          tabs={tabs}
          value={tab}
          onChange={onTab}
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
  },
);
