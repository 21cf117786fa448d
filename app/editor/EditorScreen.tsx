import { useLingui } from '@lingui/react/macro';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createCanvasStore } from '../canvas/canvasState.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { createBrowserTextMeasure, loadMapFaces } from '../canvas/browserTextMeasure.ts';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { layoutMap } from '../../model/layout/layoutMap.ts';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import type { TextMeasure } from '../../model/layout/textMeasure.ts';
import type { LayoutOptions } from '../../model/layout/layoutOptions.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import { indexMap } from '../../model/map/mapIndex.ts';
import { may } from '../../model/protocol/roles.ts';
import { describeMeasurements } from '../../model/quality/describeMeasurement.ts';
import { SidePanel } from '../panels/SidePanel.tsx';
import { useForecastOnMap } from '../plan/planStore.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { OpeningMap } from '../shell/OpeningMap.tsx';
import { go } from '../shell/route.ts';
import styles from './EditorScreen.module.css';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import { type View, ViewSwitch } from './ViewSwitch.tsx';

/** The place where a map is looked at and changed: bar, tools, canvas, panel. */
export function EditorScreen({ opened }: { readonly opened: OpenedMap }) {
  const measure = useMapFaces();
  return measure === undefined ? <OpeningMap /> : <Editor opened={opened} measure={measure} />;
}

interface EditorProps {
  readonly opened: OpenedMap;
  readonly measure: TextMeasure;
}

function Editor({ opened, measure }: EditorProps) {
  const { t } = useLingui();
  const { shared } = opened;
  const map = useMap(shared);
  const role = useObservable(opened.role);
  const readOnly = shared.readOnly() !== undefined || !may(role, 'writeMap');
  const forecast = useForecastOnMap(shared);
  const [view, setView] = useState<View>('blueprint');
  const [store] = useState(createCanvasStore);

  const describeMeasurement = useMemo(
    () => describeMeasurements({ metrics: map.metrics, currency: map.currency }, map.language),
    [map.metrics, map.currency, map.language],
  );
  const [layoutAgain] = useState(createLayouter);
  const layout = useMemo(
    () =>
      layoutAgain(map, {
        measure,
        describeMeasurement,
        show: { view: view === 'journey' ? 'journey' : 'blueprint' },
        ...(forecast === undefined ? {} : { forecast }),
      }),
    [layoutAgain, map, measure, describeMeasurement, view, forecast],
  );

  const shown = useRef({ map, layout });
  useLayoutEffect(() => {
    shown.current = { map, layout };
  }, [map, layout]);
  const canvas = useMemo(
    (): Canvas => ({
      shared,
      store,
      readOnly,
      map: () => shown.current.map,
      layout: () => shown.current.layout,
      pictureAddress: (hash) => `/pictures/${hash}`,
      keepKeyboard: () => undefined,
    }),
    [shared, store, readOnly],
  );
  const focus = store((state) => state.focus);
  const tool = store((state) => state.tool);
  const stepId =
    focus !== undefined && 'stepId' in focus
      ? focus.stepId
      : focus?.kind === 'card'
        ? indexMap(map).cardsById.get(focus.cardId)?.stepId
        : undefined;

  return (
    <div className={styles['screen']}>
      <TopBar
        title={map.title}
        onRename={readOnly ? undefined : (title) => shared.run({ type: 'setMap', fields: { title } })}
        onHome={() => go({ screen: 'library' })}
        saved={null}
        views={<ViewSwitch view={view} onChange={setView} />}
        people={null}
        actions={null}
      />
      <ToolRail tool={tool} readOnly={readOnly} onChange={(next) => store.getState().setTool(next)} />
      <main className={styles['canvas']} aria-label={t`Map`}>
        <MapCanvas canvas={canvas} map={map} layout={layout} />
      </main>
      <SidePanel shared={shared} stepId={stepId} readOnly={readOnly} />
    </div>
  );
}

/** Each layout builds on the last one: what is the same stays the same object. */
function createLayouter(): (map: JourneyMap, options: LayoutOptions) => MapLayout {
  let previous: MapLayout | undefined;
  return (map, options) => (previous = layoutMap(map, options, previous));
}

/** Text can be measured once the faces are there. */
function useMapFaces(): TextMeasure | undefined {
  const [measure, setMeasure] = useState<TextMeasure>();
  useEffect(() => {
    void loadMapFaces().then(() => setMeasure(createBrowserTextMeasure()));
  }, []);
  return measure;
}
