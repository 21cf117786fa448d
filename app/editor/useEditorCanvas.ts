import { useLingui } from '@lingui/react/macro';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { layoutMap, shownLanes } from '../../model/layout/layoutMap.ts';
import type { LayoutForecast } from '../../model/layout/layoutForecast.ts';
import type { LayoutOptions, ShownParts } from '../../model/layout/layoutOptions.ts';
import type { MapLayout } from '../../model/layout/mapLayout.ts';
import type { TextMeasure } from '../../model/layout/textMeasure.ts';
import type { CardId, LaneId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Lane } from '../../model/map/lane.ts';
import { describeMeasurements } from '../../model/quality/describeMeasurement.ts';
import { createBrowserTextMeasure, loadMapFaces } from '../canvas/browserTextMeasure.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { type CanvasStore, createCanvasStore } from '../canvas/canvasState.ts';
import { canvasActions } from '../canvas/editing/canvasActions.ts';
import { firstFocus, focusThatExists, type GridFocus, sameFocus } from '../canvas/gridFocus.ts';
import { type GridView, hideLane, showAllLanes, useHiddenLanes } from '../canvas/hiddenLanes.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import { may } from '../../model/protocol/roles.ts';
import { observable } from '../session/observable.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { openThreadsByRecord, threadsOf } from '../../model/protocol/threads.ts';

export interface EditorCanvas {
  readonly canvas: Canvas;
  readonly store: CanvasStore;
  readonly layout: MapLayout;
}

export interface EditorCanvasInput {
  readonly opened: OpenedMap;
  readonly map: JourneyMap;
  readonly measure: TextMeasure;
  readonly view: GridView;
  readonly readOnly: boolean;
  readonly presenting: boolean;
  readonly forecast: LayoutForecast | undefined;
  readonly showTalk: () => void;
}

/** Lays the map out for a view, each time building on the last layout, and gives the canvas what it works with. */
export function useEditorCanvas({
  opened,
  map,
  measure,
  view,
  readOnly,
  presenting,
  forecast,
  showTalk,
}: EditorCanvasInput): EditorCanvas {
  const { i18n } = useLingui();
  const { shared, presence, pictures } = opened;
  const [store] = useState(createCanvasStore);
  const [layoutAgain] = useState(createLayouter);
  const openThreads = useOpenThreads(opened);

  const describeMeasurement = useMemo(
    () => describeMeasurements({ metrics: map.metrics, currency: map.currency }, map.language),
    [map.metrics, map.currency, map.language],
  );
  const hidden = useHiddenLanes(opened.id, view);
  const show = useMemo(
    (): ShownParts => ({ view, ...visibleLanes(map.lanes, hidden) }),
    [view, map.lanes, hidden],
  );
  const options = useMemo(
    (): LayoutOptions => ({
      measure,
      describeMeasurement,
      show,
      ...(forecast === undefined ? {} : { forecast }),
    }),
    [measure, describeMeasurement, show, forecast],
  );
  const layout = useMemo(() => layoutAgain(map, options), [layoutAgain, map, options]);
  // Event handlers read the layout that is on screen, without rendering again when it changes.
  const [present] = useState(() => observable(layout));
  useLayoutEffect(() => present.set(layout), [present, layout]);

  const canvas = useMemo((): Canvas => {
    const shownNow = shownMapOf(view, hidden);
    const presentMap = () => shownNow(shared.map());
    return {
      shared,
      presence,
      store,
      readOnly: readOnly || presenting,
      presenting,
      actions: canvasActions({
        shared,
        store,
        i18n,
        map: presentMap,
        layout: present.get,
        // Presence names cards by their ids.
        editedByOthers: () => presence.editedByOthers() as readonly CardId[],
      }),
      map: presentMap,
      layout: present.get,
      pictures,
      openThreads,
      showTalk,
      hiddenLanes: hidden.filter((laneId) => shared.record('lanes', laneId) !== undefined).length,
      hideLane: (laneId) => hideLane(opened.id, view, laneId),
      showAllLanes: () => showAllLanes(opened.id, view),
    };
  }, [
    opened.id,
    shared,
    presence,
    pictures,
    store,
    present,
    readOnly,
    presenting,
    i18n,
    view,
    hidden,
    openThreads,
    showTalk,
  ]);

  useEffect(() => {
    let before = canvas.map();
    let stoodOn: readonly unknown[] = [];
    const follow = () => {
      const map = canvas.map();
      const { focus } = store.getState();
      const standsOn = recordsOf(shared, focus);
      const isWhereItWas =
        // An empty cell hands the keyboard on to a card that comes into it.
        focus !== undefined &&
        focus.kind !== 'cell' &&
        standsOn.every((record, i) => record !== undefined && record === stoodOn[i]);
      stoodOn = standsOn;
      if (isWhereItWas) {
        before = map;
        return;
      }
      store.setFocus(focus === undefined ? firstFocus(map) : focusThatExists(map, focus, before));
      // Its place may have gone with somebody else's deletion.
      if (!sameFocus(store.getState().focus, focus)) store.keepKeyboard();
      before = map;
    };
    follow();
    return shared.subscribe(follow);
  }, [store, canvas, shared]);
  return { canvas, store, layout };
}

/** What a place is made of: it stays as long as they do. */
function recordsOf(shared: SharedMap, focus: GridFocus | undefined): readonly unknown[] {
  switch (focus?.kind) {
    case undefined:
    case 'cell':
      return [];
    case 'card':
      return [shared.record('cards', focus.cardId)];
    case 'stage':
      return [shared.record('stages', focus.stageId)];
    case 'step':
      return [shared.record('steps', focus.stepId)];
    case 'lane':
      return [shared.record('lanes', focus.laneId)];
  }
}

/** How many open threads each record has; the comments are fetched once the map is known to be on a server. */
function useOpenThreads({ talk, saved, role }: OpenedMap): Canvas['openThreads'] {
  const [counts] = useState(() => observable<ReadonlyMap<string, number>>(new Map(), sameCounts));
  useEffect(() => {
    const begin = () => {
      const state = saved.get();
      const isOnServer =
        state.kind === 'savedOnServer' ||
        state.kind === 'readOnly' ||
        (state.kind === 'savedOnDevice' && state.server === 'offline');
      if (isOnServer && may(role.get(), 'readTalk')) talk.open();
    };
    const count = () => counts.set(openThreadsByRecord(threadsOf(talk.comments.get())));
    begin();
    count();
    const stops = [saved.subscribe(begin), talk.comments.subscribe(count)];
    return () => stops.forEach((stop) => stop());
  }, [talk, saved, role, counts]);
  return counts;
}

const sameCounts = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([id, count]) => b.get(id) === count);

/** Each layout builds on the one before: what did not change stays the same value. */
function createLayouter(): (map: JourneyMap, options: LayoutOptions) => MapLayout {
  let previous: MapLayout | undefined;
  return (map, options) => (previous = layoutMap(map, options, previous));
}

/** The map without the lanes that are not shown, so that the keyboard does not go where nothing is drawn. */
function shownMapOf(view: GridView, hidden: readonly LaneId[]): (map: JourneyMap) => JourneyMap {
  let last: { readonly map: JourneyMap; readonly shown: JourneyMap } | undefined;
  return (map) => {
    if (last?.map !== map) {
      const show = { view, ...visibleLanes(map.lanes, hidden) };
      last = { map, shown: { ...map, lanes: shownLanes(map.lanes, show) } };
    }
    return last.shown;
  };
}

/** Nothing where no lane is hidden: then all are shown, new ones too. */
function visibleLanes(lanes: readonly Lane[], hidden: readonly LaneId[]): Pick<ShownParts, 'laneIds'> {
  if (hidden.length === 0) return {};
  return { laneIds: new Set(lanes.filter(({ id }) => !hidden.includes(id)).map(({ id }) => id)) };
}

/** Text can be measured once the faces that stand on maps are there. */
export function useTextMeasure(): TextMeasure | undefined {
  const [measure, setMeasure] = useState<TextMeasure>();
  useEffect(() => {
    void loadMapFaces().then(() => setMeasure(createBrowserTextMeasure()));
  }, []);
  return measure;
}
