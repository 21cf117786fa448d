import { Trans, useLingui } from '@lingui/react/macro';
import { Plus, UsersRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Command, PutCollection } from '../../model/sharedMap/commands/command.ts';
import { Button } from '../design/parts/Button.tsx';
import { Dialog } from '../design/parts/Dialog.tsx';
import { EmptyState } from '../design/parts/EmptyState.tsx';
import { Tabs } from '../design/parts/Tabs.tsx';
import { ServiceProblems } from '../plan/ServiceProblems.tsx';
import { ArrivalsForm } from './ArrivalsForm.tsx';
import { liveFigures } from './liveFigures.ts';
import { NodeForm } from './NodeForm.tsx';
import { PoolForm } from './PoolForm.tsx';
import styles from './ServiceDialog.module.css';

export interface ServiceDialogProps {
  readonly map: JourneyMap;
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
  readonly onClose: () => void;
}

/** The service behind the map: teams by hour, the work at each step with its routes, and who comes when. */
export function ServiceDialog({ map, readOnly, run, onClose }: ServiceDialogProps) {
  const { t } = useLingui();
  const [tab, setTab] = useState<'teams' | 'work' | 'arrivals'>('teams');
  const live = useMemo(() => liveFigures(map), [map]);
  const remove = (collection: PutCollection, id: string) => run({ type: 'delete', collection, ids: [id] });
  const { pools, nodes, arrivals, steps } = map;
  const isEmpty = pools.length + nodes.length + arrivals.length === 0;
  const firstStep = steps[0];
  return (
    <Dialog
      open
      width="wide"
      title={t`Service behind the map`}
      description={t`What the forecast runs on. The figures beside the fields are worked out by queue formulas as you type; the simulation confirms them.`}
      onClose={onClose}
    >
      <ServiceProblems map={map} errors={live.errors} readOnly={readOnly} run={run} />
      {isEmpty ? (
        <EmptyState icon={<UsersRound />} title={<Trans>No service yet</Trans>}>
          <Trans>
            “Set up the service” proposes teams, work and arrivals from the cards of the map. Every number of
            it is an estimate that can be changed here.
          </Trans>
        </EmptyState>
      ) : (
        <Tabs
          label={t`Parts of the service`}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              name: 'teams',
              label: t`Teams`,
              content: (
                <fieldset className={styles['records']} disabled={readOnly}>
                  {pools.map((pool) => (
                    <PoolForm
                      key={pool.id}
                      pool={pool}
                      hours={live.poolHours.get(pool.id)}
                      onChange={(record) => run({ type: 'put', collection: 'pools', record })}
                      onDelete={() => remove('pools', pool.id)}
                    />
                  ))}
                  <Button
                    icon={<Plus />}
                    onClick={() =>
                      run({
                        type: 'put',
                        collection: 'pools',
                        record: { title: t`Team ${pools.length + 1}`, agents: officeHours },
                      })
                    }
                  >
                    <Trans>Add a team</Trans>
                  </Button>
                </fieldset>
              ),
            },
            {
              name: 'work',
              label: t({ message: 'Work', context: 'what is done for a step' }),
              content: (
                <div className={styles['records']}>
                  {steps.map((step) => {
                    const here = nodes.filter((node) => node.stepId === step.id);
                    return (
                      here.length > 0 && (
                        <div key={step.id}>
                          <h3 className={styles['step']}>{step.title}</h3>
                          {here.map((node) => (
                            <NodeForm
                              key={node.id}
                              map={map}
                              node={node}
                              live={live.nodes.get(node.id)}
                              readOnly={readOnly}
                              onChange={(record) => run({ type: 'put', collection: 'nodes', record })}
                              onDelete={() => remove('nodes', node.id)}
                            />
                          ))}
                        </div>
                      )
                    );
                  })}
                  {firstStep !== undefined && !readOnly && (
                    <Button
                      icon={<Plus />}
                      onClick={() =>
                        run({
                          type: 'put',
                          collection: 'nodes',
                          record: {
                            title: t`Work ${nodes.length + 1}`,
                            stepId: firstStep.id,
                            kind: 'selfService',
                            handle: { meanSeconds: 60, cv: 1 },
                            routes: [{ outcome: 'resolved', to: 'exit', share: 1, afterSeconds: 0 }],
                          },
                        })
                      }
                    >
                      <Trans>Add work</Trans>
                    </Button>
                  )}
                </div>
              ),
            },
            {
              name: 'arrivals',
              label: t`Arrivals`,
              content: (
                <fieldset className={styles['records']} disabled={readOnly}>
                  {arrivals.map((each) => (
                    <ArrivalsForm
                      key={each.id}
                      map={map}
                      arrivals={each}
                      onChange={(record) => run({ type: 'put', collection: 'arrivals', record })}
                      onDelete={() => remove('arrivals', each.id)}
                    />
                  ))}
                  {nodes[0] !== undefined && (
                    <Button
                      icon={<Plus />}
                      onClick={() =>
                        nodes[0] !== undefined &&
                        run({
                          type: 'put',
                          collection: 'arrivals',
                          record: { nodeId: nodes[0].id, perDay: 100, profile: officeHours },
                        })
                      }
                    >
                      <Trans>Add arrivals</Trans>
                    </Button>
                  )}
                </fieldset>
              ),
            },
          ]}
        />
      )}
    </Dialog>
  );
}

/** One person, or an even stream, from 9 to 18 h. */
const officeHours = Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 18 ? 1 : 0));
