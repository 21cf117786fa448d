import { useLingui } from '@lingui/react/macro';
import {
  ArrowRightToLine,
  ChevronsDownUp,
  Combine,
  Copy,
  CopyPlus,
  EyeOff,
  Palette,
  Pencil,
  Plus,
  Scissors,
  SplitSquareHorizontal,
  Star,
  Trash2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { laneKinds } from '../../../model/map/lane.ts';
import { laneKindNames } from '../../../model/text/laneNames.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { MenuItem, MenuLine, Submenu } from '../../design/parts/Menu.tsx';
import { useCanvas } from '../canvasContext.ts';
import type { TrackPlace } from '../canvasState.ts';
import type { GridFocus } from '../gridFocus.ts';
import styles from './CanvasMenu.module.css';
import { MarkerItems } from './cardMenu.tsx';
import { copyByMenu, later } from './afterMenu.ts';

export function StepItems({ stepId }: Extract<GridFocus, { kind: 'step' }>) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const { actions } = canvas;
  const step = canvas.shared.record('steps', stepId);
  if (step === undefined) return null;
  const isFirst = canvas.map().steps.find((one) => one.stageId === step.stageId)?.id === stepId;
  return (
    <>
      <TrackItems place={{ kind: 'step', stepId }} />
      <MenuItem
        icon={<Plus />}
        onSelect={() => later(() => actions.insertStep(step.stageId, stepId))}
      >{t`Step before`}</MenuItem>
      <MenuItem
        icon={<ArrowRightToLine />}
        shortcut="Ctrl+Enter"
        onSelect={() => later(() => actions.insertStepAfter(stepId))}
      >
        {t`Step after`}
      </MenuItem>
      <Submenu icon={<Star />} title={t`Marker`}>
        <MarkerItems onSelect={(kind) => actions.toggleMarker(kind, { stepId })} />
      </Submenu>
      {!isFirst && (
        <MenuItem icon={<SplitSquareHorizontal />} onSelect={() => later(() => actions.splitStage(stepId))}>
          {t`New stage from here`}
        </MenuItem>
      )}
      <DeleteItem place={{ kind: 'step', stepId }}>{t`Delete the step`}</DeleteItem>
    </>
  );
}

export function StageItems({ stageId }: Extract<GridFocus, { kind: 'stage' }>) {
  const { t } = useLingui();
  const canvas = useCanvas();
  const { actions } = canvas;
  const stages = canvas.map().stages;
  const after = stages[stages.findIndex((one) => one.id === stageId) + 1]?.id;
  return (
    <>
      <TrackItems place={{ kind: 'stage', stageId }} />
      <MenuItem icon={<Plus />} onSelect={() => later(() => actions.insertStep(stageId, undefined))}>
        {t`Step in this stage`}
      </MenuItem>
      <MenuItem
        icon={<ArrowRightToLine />}
        shortcut="Ctrl+Enter"
        onSelect={() => later(() => actions.insertStage(after))}
      >
        {t`Stage after`}
      </MenuItem>
      {after !== undefined && (
        <MenuItem icon={<Combine />} onSelect={() => actions.mergeStages([stageId, after])}>
          {t`Merge with the next stage`}
        </MenuItem>
      )}
      <Submenu icon={<Palette />} title={t`Colour`}>
        {[0, 1, 2, 3, 4, 5, 6, 7].map((hue) => (
          <MenuItem
            key={hue}
            icon={<span className={styles['swatch']} style={{ background: `var(--stage-${hue})` }} />}
            onSelect={() => actions.setHue(stageId, hue)}
          >
            {t`Colour ${hue + 1}`}
          </MenuItem>
        ))}
      </Submenu>
      <DeleteItem place={{ kind: 'stage', stageId }}>{t`Delete the stage`}</DeleteItem>
    </>
  );
}

export function LaneItems({ laneId }: Extract<GridFocus, { kind: 'lane' }>) {
  const { t } = useLingui();
  const language = useLanguage();
  const canvas = useCanvas();
  const { actions } = canvas;
  const lane = canvas.shared.record('lanes', laneId);
  const lanes = canvas.map().lanes;
  const below = lanes[lanes.findIndex((one) => one.id === laneId) + 1]?.id;
  if (lane === undefined) return null;
  return (
    <>
      <TrackItems place={{ kind: 'lane', laneId }} />
      <MenuItem icon={<ChevronsDownUp />} onSelect={() => actions.setCollapsed(laneId, !lane.collapsed)}>
        {lane.collapsed ? t`Open` : t`Collapse`}
      </MenuItem>
      <MenuItem icon={<EyeOff />} onSelect={() => canvas.hideLane(laneId)}>
        {t`Hide in this view`}
      </MenuItem>
      <Submenu icon={<Plus />} title={t`Lane below`}>
        {laneKinds.map((kind) => (
          <MenuItem
            key={kind}
            onSelect={() => later(() => actions.insertLane(kind, laneKindNames[kind][language], below))}
          >
            {laneKindNames[kind][language]}
          </MenuItem>
        ))}
      </Submenu>
      <DeleteItem place={{ kind: 'lane', laneId }}>{t`Delete the lane`}</DeleteItem>
    </>
  );
}

interface PlaceItemProps {
  readonly place: TrackPlace;
}

/** What can be done with any stage, step or lane. */
function TrackItems({ place }: PlaceItemProps) {
  const { t } = useLingui();
  const { actions } = useCanvas();
  return (
    <>
      <MenuItem icon={<Pencil />} shortcut="Enter" onSelect={() => later(() => actions.editTitle(place))}>
        {t`Rename`}
      </MenuItem>
      <MenuItem icon={<Copy />} shortcut="Ctrl+C" onSelect={() => copyByMenu('copy')}>{t`Copy`}</MenuItem>
      <MenuItem icon={<Scissors />} shortcut="Ctrl+X" onSelect={() => copyByMenu('cut')}>{t`Cut`}</MenuItem>
      <MenuItem
        icon={<CopyPlus />}
        shortcut="Ctrl+D"
        onSelect={() => actions.duplicateTrack()}
      >{t`Duplicate`}</MenuItem>
      <MenuLine />
    </>
  );
}

function DeleteItem({ place, children }: PlaceItemProps & { readonly children: ReactNode }) {
  const { actions } = useCanvas();
  return (
    <>
      <MenuLine />
      <MenuItem icon={<Trash2 />} shortcut="Delete" danger onSelect={() => actions.deletePlace(place)}>
        {children}
      </MenuItem>
    </>
  );
}
