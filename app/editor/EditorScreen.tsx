import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { TextMeasure } from '../../model/layout/textMeasure.ts';
import type { StepId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import { may } from '../../model/protocol/roles.ts';
import type { GridFocus } from '../canvas/gridFocus.ts';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { classNames } from '../design/classNames.ts';
import { SidePanel } from '../panels/SidePanel.tsx';
import { useForecastOnMap } from '../plan/planStore.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { OpeningMap } from '../shell/OpeningMap.tsx';
import { go } from '../shell/route.ts';
import styles from './EditorScreen.module.css';
import { EditorActions } from './EditorActions.tsx';
import { PeopleStack } from './PeopleStack.tsx';
import { SavedMark } from './SavedMark.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import { useEditorCanvas, useTextMeasure } from './useEditorCanvas.ts';
import { type View, ViewSwitch } from './ViewSwitch.tsx';

/** A page of its own, fetched when it is first opened. */
const QualityPage = lazy(async () => ({ default: (await import('../quality/QualityPage.tsx')).QualityPage }));

/** The place where a map is looked at and changed: bar, tools, canvas, panel. */
export function EditorScreen({ opened }: { readonly opened: OpenedMap }) {
  const measure = useTextMeasure();
  return measure === undefined ? <OpeningMap /> : <Editor opened={opened} measure={measure} />;
}

function Editor({ opened, measure }: { readonly opened: OpenedMap; readonly measure: TextMeasure }) {
  const { t } = useLingui();
  const { shared } = opened;
  const map = useMap(shared);
  const role = useObservable(opened.role);
  const readOnly = shared.readOnly() !== undefined || !may(role, 'writeMap');
  const [view, setView] = useState<View>(map.kind);
  const { canvas, store, layout } = useEditorCanvas({
    opened,
    map,
    measure,
    view: view === 'quality' ? map.kind : view,
    readOnly,
    forecast: useForecastOnMap(shared),
  });
  const tool = store((state) => state.tool);
  const focus = store((state) => state.focus);
  return (
    <div className={styles['screen']}>
      <TopBar
        title={map.title}
        onRename={readOnly ? undefined : (title) => canvas.actions.run({ type: 'setMap', fields: { title } })}
        onHome={() => go({ screen: 'library' })}
        saved={<SavedMark opened={opened} />}
        views={<ViewSwitch view={view} onChange={setView} />}
        people={<PeopleStack opened={opened} />}
        actions={<EditorActions opened={opened} />}
      />
      {view === 'quality' ? (
        <main className={classNames(styles['main'], styles['page'])} aria-label={t`Quality`}>
          <Suspense>
            <QualityPage shared={shared} readOnly={readOnly} />
          </Suspense>
        </main>
      ) : (
        <>
          <ToolRail tool={tool} readOnly={readOnly} onChange={store.setTool} />
          <main className={styles['main']} aria-label={t`Map`}>
            <MapCanvas canvas={canvas} map={map} layout={layout} />
          </main>
          <SidePanel shared={shared} stepId={stepInHand(map, focus)} readOnly={readOnly} />
        </>
      )}
    </div>
  );
}

/** The step that the panel is about: the one that has the keyboard, by itself or by one of its cards. */
function stepInHand(map: JourneyMap, focus: GridFocus | undefined): StepId | undefined {
  if (focus === undefined) return undefined;
  if (focus.kind === 'card') return indexMap(map).cardsById.get(focus.cardId)?.stepId;
  return 'stepId' in focus ? focus.stepId : undefined;
}
