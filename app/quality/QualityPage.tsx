import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ArrowLeftRight, BadgeCheck, FileSpreadsheet, ListTree, Plus, SlidersHorizontal } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { QualityModelId } from '../../model/map/ids.ts';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { QualityModel } from '../../model/map/qualityModel.ts';
import { measuredInputs, type Segment } from '../../model/quality/measuredInputs.ts';
import type { NewMeasurement } from '../../model/quality/measurementTable.ts';
import { scoreOnTarget } from '../../model/quality/partialScores.ts';
import { scoreWithBands } from '../../model/quality/scoreWithBands.ts';
import { traceIndex } from '../../model/quality/trace.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import type { SharedMap } from '../../model/sharedMap/sharedMap.ts';
import { Button } from '../design/parts/Button.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { tellDone, tellProblem } from '../design/parts/toasts.ts';
import { refusedText } from '../panels/refusedText.ts';
import { Radar } from '../plan/Radar.tsx';
import { useMap } from '../session/useSharedMap.ts';
import { DimensionTable } from './DimensionTable.tsx';
import { ImportanceChart } from './ImportanceChart.tsx';
import { ImportTable } from './ImportTable.tsx';
import { IndexFigure } from './IndexFigure.tsx';
import { CombinationSelect } from './CombinationSelect.tsx';
import { GapDialog, gapItemsOf } from './GapDialog.tsx';
import { LowestNote } from './LowestNote.tsx';
import { ModelChoice } from './ModelChoice.tsx';
import { ModelEditor } from './ModelEditor.tsx';
import { OwnershipGrid } from './OwnershipGrid.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import styles from './QualityPage.module.css';
import { SegmentSelect } from './SegmentSelect.tsx';
import { TraceDialog, type Traced } from './TraceDialog.tsx';
import { useUndoKeys } from './useUndoKeys.ts';

export interface QualityPageProps {
  readonly shared: SharedMap;
  readonly readOnly: boolean;
}

type Opened = 'choose' | 'edit' | 'import' | 'gaps';

/** How good the service is, by which numbers, and how sure that is: the map through one of its quality models. */
export function QualityPage({ shared, readOnly }: QualityPageProps) {
  const { t, i18n } = useLingui();
  const map = useDeferredValue(useMap(shared));
  useUndoKeys(shared);
  const [modelId, setModelId] = useState<QualityModelId>();
  const [segment, setSegment] = useState<Segment>({});
  const [opened, setOpened] = useState<Opened>();
  const [traced, setTraced] = useState<Traced>();
  const close = () => setOpened(undefined);
  const run = (command: Command): boolean => {
    const done = shared.run(command);
    if (!done.ok) tellProblem(refusedText(done.error, i18n));
    return done.ok;
  };
  const model = map.qualityModels.find(({ id }) => id === modelId) ?? map.qualityModels[0];
  const put = (record: QualityModel, base?: QualityModel): void => {
    if (!run({ type: 'put', collection: 'qualityModels', record, base })) return;
    setModelId(record.id);
    close();
  };

  const addNumbers = (measurements: readonly NewMeasurement[]): void => {
    const commands = measurements.map(
      (record) => ({ type: 'put', collection: 'measurements', record }) as const,
    );
    if (!run({ type: 'together', commands })) return;
    close();
    tellDone(
      plural(measurements.length, { one: '# number was added.', other: '# numbers were added.' }),
      shared,
    );
  };

  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h2 className={styles['title']}>
          <Trans>Quality</Trans>
        </h2>
        {map.qualityModels.length > 1 && (
          <select
            className={styles['select']}
            aria-label={t`Quality model`}
            value={model?.id}
            onChange={(event) => setModelId(event.currentTarget.value as QualityModelId)}
          >
            {map.qualityModels.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
        <SegmentSelect map={map} segment={segment} onChange={setSegment} />
        {model !== undefined && <CombinationSelect model={model} readOnly={readOnly} run={run} />}
        <span className={styles['space']} />
        {model !== undefined && (
          <Button size="small" icon={<ListTree />} onClick={() => setTraced({ kind: 'index', segment })}>
            <Trans>Show how</Trans>
          </Button>
        )}
        {!readOnly && (
          <>
            {model !== undefined && (
              <Button size="small" icon={<SlidersHorizontal />} onClick={() => setOpened('edit')}>
                <Trans>Change the model</Trans>
              </Button>
            )}
            <Button size="small" icon={<Plus />} onClick={() => setOpened('choose')}>
              <Trans>Add a model</Trans>
            </Button>
            <Button size="small" icon={<FileSpreadsheet />} onClick={() => setOpened('import')}>
              <Trans>Numbers from a table</Trans>
            </Button>
            {model !== undefined && gapItemsOf(model).length > 0 && (
              <Button size="small" icon={<ArrowLeftRight />} onClick={() => setOpened('gaps')}>
                <Trans>Gaps from answers</Trans>
              </Button>
            )}
          </>
        )}
      </header>
      {model === undefined ? (
        <EmptyState
          icon={<BadgeCheck />}
          title={<Trans>No quality model yet</Trans>}
          action={
            !readOnly && (
              <Button look="main" onClick={() => setOpened('choose')}>
                <Trans>Choose a model</Trans>
              </Button>
            )
          }
        >
          <Trans>
            A quality model says what good service means here: dimensions, indicators and their weights.
          </Trans>
        </EmptyState>
      ) : (
        <Scores map={map} model={model} segment={segment} onTrace={setTraced} />
      )}
      {opened === 'choose' && (
        <ModelChoice taken={map.qualityModels} language={map.language} onChoose={put} onClose={close} />
      )}
      {opened === 'edit' && model !== undefined && (
        <ModelEditor map={map} model={model} onSave={put} onClose={close} />
      )}
      {traced !== undefined && model !== undefined && (
        <TraceDialog
          map={map}
          model={model}
          of={traced}

          onClose={() => setTraced(undefined)}
        />
      )}
      {opened === 'import' && <ImportTable map={map} onImport={addNumbers} onClose={close} />}
      {opened === 'gaps' && model !== undefined && (
        <GapDialog model={model} onImport={addNumbers} onClose={close} />
      )}
    </div>
  );
}

interface ScoresProps {
  readonly map: JourneyMap;
  readonly model: QualityModel;
  readonly segment: Segment;
  readonly onTrace: (of: Traced) => void;
}

function Scores({ map, model, segment, onTrace }: ScoresProps) {
  const { t } = useLingui();
  const card = useMemo(() => scoreWithBands(map, model, measuredInputs(map, segment)), [map, model, segment]);
  const onTarget = useMemo(() => scoreOnTarget(map, model, segment), [map, model, segment]);
  const trace = useMemo(() => traceIndex(map, model, card), [map, model, card]);
  return (
    <div className={styles['body']}>
      <section className={styles['top']} aria-label={t`Index and dimensions`}>
        <IndexFigure
          card={card}
          title={model.title}
          trace={trace}
          target={onTarget?.index.value ?? null}
          onTrace={(kind) => onTrace({ kind, segment })}
        />
        <Radar
          label={t`Dimensions of “${model.title}” from 0 to 100`}
          axes={card.dimensions.map(({ title, value }) => ({ title, base: value, plan: null }))}
        />
        <div>
          <DimensionTable map={map} card={card} onTarget={onTarget} />
          <LowestNote scores={card.dimensions} titleOf={(n) => card.dimensions[n]!.title} />
        </div>
      </section>
      <PlaceTable
        map={map}
        model={model}
        card={card}
        onTarget={onTarget}
        segment={segment}
        onTrace={onTrace}
      />
      <ImportanceChart card={card} targetScore={onTarget?.index.value ?? undefined} />
      <OwnershipGrid map={map} card={card} />
    </div>
  );
}
