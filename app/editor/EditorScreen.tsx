import { useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState } from 'react';
import type { TextMeasure } from '../../model/layout/textMeasure.ts';
import type { StepId } from '../../model/map/ids.ts';
import { may } from '../../model/protocol/roles.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import type { GridFocus } from '../canvas/gridFocus.ts';
import { MapCanvas } from '../canvas/MapCanvas.tsx';
import { Presenter } from '../canvas/Presenter.tsx';
import { fetchAllParts, lazyPart } from '../design/lazyPart.tsx';
import { classNames } from '../design/classNames.ts';
import type { PanelTab } from '../panels/SidePanel.tsx';
import { useTellRefusedPictures } from '../pictures/useTellRefusedPictures.ts';
import { planStoreOf, useForecastOnMap } from '../plan/planStore.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { choose, usePreferences } from '../settings/preferences.ts';
import { OpeningMap } from '../shell/OpeningMap.tsx';
import { go } from '../shell/route.ts';
import { TalkAboutContext } from '../talk/talkAbout.ts';
// Whoever opens it types at once, so it cannot come later.
import { CommandPalette } from './CommandPalette.tsx';
import { DetailsButton } from './DetailsButton.tsx';
import { EditorActions } from './EditorActions.tsx';
import styles from './EditorScreen.module.css';
import { OtherSideLink } from './OtherSideLink.tsx';
import { PeopleStack } from './PeopleStack.tsx';
import { SavedMark } from './SavedMark.tsx';
import { ToolRail } from './ToolRail.tsx';
import { TopBar } from './TopBar.tsx';
import { useEditorCanvas, useTextMeasure } from './useEditorCanvas.ts';
import { useEditorCommands } from './useEditorCommands.ts';
import { useEditorKeys } from './useEditorKeys.ts';
import { useTalkAbout } from './useTalkAbout.ts';
import { isOnCanvas, isPage, type View, ViewSwitch } from './ViewSwitch.tsx';

/** The canvas comes first; what stands beside or in place of it is fetched when it is first shown. */
const SidePanel = lazyPart(async () => (await import('../panels/SidePanel.tsx')).SidePanel);
const QualityPage = lazyPart(async () => (await import('../quality/QualityPage.tsx')).QualityPage);
const CompareView = lazyPart(async () => (await import('../compare/CompareView.tsx')).CompareView);
const PlanWorkbench = lazyPart(async () => (await import('../plan/PlanWorkbench.tsx')).PlanWorkbench);
const MetricsTable = lazyPart(async () => (await import('./MetricsTable.tsx')).MetricsTable);
const OutlineView = lazyPart(async () => (await import('./OutlineView.tsx')).OutlineView);
const ReplaceDialog = lazyPart(async () => (await import('../replace/ReplaceDialog.tsx')).ReplaceDialog);
const ShortcutsDialog = lazyPart(async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog);

const partsDelayMs = 2_000;

/** Long enough for the canvas to know its size and to draw its cards. */
const panelDelayMs = 150;

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
  const panelIsOpen = usePreferences((preferences) => preferences.panel === 'open');
  const [presenting, setPresenting] = useState(false);
  const [open, setOpen] = useState<'palette' | 'replace' | 'shortcuts'>();
  const [tab, setTab] = useState<PanelTab>('plan');
  // In a narrow window the panel is a sheet over the map, which is asked for each time.
  const [sheet, setSheet] = useState<'up' | 'down'>('down');
  const sheetIsUp = sheet === 'up' && panelIsOpen;
  const raiseSheet = useCallback(() => {
    setSheet('up');
    choose({ panel: 'open' });
  }, []);
  const showTab = useCallback(
    (next: PanelTab) => {
      setTab(next);
      setView((now) => (isPage(now) ? 'blueprint' : now));
      raiseSheet();
    },
    [raiseSheet],
  );
  const showTalk = useCallback(() => showTab('talk'), [showTab]);
  const { canvas, store, layout } = useEditorCanvas({
    opened,
    map,
    measure,
    view: view === 'journey' ? 'journey' : 'blueprint',
    readOnly,
    presenting,
    forecast: useForecastOnMap(shared),
    showTalk,
  });
  useTellRefusedPictures(opened.pictures);
  const tool = store((state) => state.tool);
  const focus = store((state) => state.focus);
  const onCanvas = isOnCanvas(view);

  const present = useCallback(() => {
    setView((now) => (now === 'journey' ? now : 'blueprint'));
    setPresenting(true);
    store.select([]);
    store.setTool('select');
    // Where the browser allows it; presenting works in a window as well.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }, [store]);
  const endPresenting = useCallback(() => {
    setPresenting(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    store.look('map');
    // The button that began it is there again only now.
    store.keepKeyboard();
  }, [store]);
  const changeView = useCallback(
    (next: View) => {
      setView(next);
      if (presenting && !isOnCanvas(next)) endPresenting();
    },
    [presenting, endPresenting],
  );
  const toCanvas = useCallback(() => setView((now) => (isOnCanvas(now) ? now : 'blueprint')), []);
  const openPalette = useCallback(() => setOpen('palette'), []);
  const openShortcuts = useCallback(() => setOpen('shortcuts'), []);
  const openReplace = useCallback(() => setOpen('replace'), []);
  const commands = useEditorCommands({
    canvas,
    setView: changeView,
    toCanvas,
    present,
    replace: openReplace,
    showShortcuts: openShortcuts,
  });
  useEditorKeys({
    onCanvas,
    onPalette: openPalette,
    onReplace: useCallback(() => {
      if (!canvas.readOnly) setOpen('replace');
    }, [canvas]),
    onShortcuts: openShortcuts,
    onTool: useCallback(
      (next) => {
        if (canvas.presenting) return;
        if (!canvas.readOnly || next === 'select' || next === 'hand') store.setTool(next);
      },
      [store, canvas],
    ),
    onZoom: store.look,
  });

  const { anchor, isAsked, jumpTo, talkAbout } = useTalkAbout({
    openThreads: canvas.openThreads,
    readMap: shared.map,
    focus,
    goTo: store.goTo,
    showTab,
    showPlan: planStoreOf(shared).show,
  });

  // Beside levers and results the map has less room.
  useEffect(() => {
    if (view === 'plans') store.look('map');
  }, [view, store]);

  // After the map: what one may want to open when there is no network.
  useEffect(() => {
    const timer = setTimeout(fetchAllParts, partsDelayMs);
    return () => clearTimeout(timer);
  }, []);

  const mapIsDrawn = useMapIsDrawn();
  return (
    <TalkAboutContext value={may(role, 'readTalk') ? talkAbout : undefined}>
      <div className={classNames(styles['screen'], presenting && styles['presenting'])}>
        {!presenting && (
          <>
            <TopBar
              title={map.title}
              onRename={
                readOnly ? undefined : (title) => canvas.actions.run({ type: 'setMap', fields: { title } })
              }
              onHome={() => go({ screen: 'library' })}
              other={<OtherSideLink map={map} />}
              saved={<SavedMark opened={opened} />}
              views={<ViewSwitch view={view} onChange={setView} />}
              people={<PeopleStack opened={opened} />}
              actions={
                <>
                  {!isPage(view) && (
                    <DetailsButton
                      isOpen={sheetIsUp}
                      onPress={sheetIsUp ? () => setSheet('down') : raiseSheet}
                    />
                  )}
                  <EditorActions opened={opened} onPresent={present} onSearch={openPalette} />
                </>
              }
            />
            {!isPage(view) && (
              <ToolRail
                tool={tool}
                readOnly={readOnly}
                onCanvas={onCanvas}
                onChange={store.setTool}
                onShortcuts={openShortcuts}
              />
            )}
          </>
        )}
        <main className={classNames(styles['main'], isPage(view) && styles['page'])} aria-label={t`Map`}>
          {onCanvas && (
            <MapCanvas canvas={canvas} map={map} layout={layout}>
              {presenting && <Presenter layout={layout} onEnd={endPresenting} />}
            </MapCanvas>
          )}
          {view === 'outline' && <OutlineView canvas={canvas} map={map} />}
          {view === 'metrics' && <MetricsTable canvas={canvas} map={map} />}
          {view === 'plans' && (
            <PlanWorkbench
              shared={shared}
              map={map}
              readOnly={readOnly}
              stepId={stepInHand(shared, focus)}
              run={canvas.actions.run}
            >
              <MapCanvas canvas={canvas} map={map} layout={layout} />
            </PlanWorkbench>
          )}
          {view === 'quality' && <QualityPage shared={shared} readOnly={readOnly} />}
          {view === 'compare' && <CompareView opened={opened} />}
        </main>
        {!presenting && !isPage(view) && (
          <div
            className={classNames(
              styles['panel'],
              panelIsOpen && styles['openPanel'],
              sheetIsUp && styles['sheet'],
            )}
            data-region
            tabIndex={-1}
          >
            {mapIsDrawn && (
              <SidePanel
                opened={opened}
                stepId={stepInHand(shared, focus)}
                anchor={anchor}
                anchorIsAsked={isAsked}
                readOnly={readOnly}
                tab={tab}
                onTab={setTab}
                jumpTo={jumpTo}
              />
            )}
          </div>
        )}
        {open === 'palette' && (
          <CommandPalette
            map={map}
            commands={commands}
            onClose={() => setOpen(undefined)}
            onJump={(found) => {
              if (!onCanvas && view !== 'plans') setView('blueprint');
              // The canvas may only now be there.
              setTimeout(() => store.goTo(found.focus));
            }}
          />
        )}
        {open === 'replace' && <ReplaceDialog canvas={canvas} map={map} onClose={() => setOpen(undefined)} />}
        {open === 'shortcuts' && <ShortcutsDialog onClose={() => setOpen(undefined)} />}
      </div>
    </TalkAboutContext>
  );
}

/** After the first frames: until then nothing that stands beside the map is fetched. */
function useMapIsDrawn(): boolean {
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsDrawn(true), panelDelayMs);
    return () => clearTimeout(timer);
  }, []);
  return isDrawn;
}

/** The step that the panel is about: the one that has the keyboard, by itself or by one of its cards. */
function stepInHand(shared: SharedMap, focus: GridFocus | undefined): StepId | undefined {
  if (focus === undefined) return undefined;
  if (focus.kind === 'card') return shared.record('cards', focus.cardId)?.stepId;
  return 'stepId' in focus ? focus.stepId : undefined;
}
