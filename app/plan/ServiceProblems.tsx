import { Trans, useLingui } from '@lingui/react/macro';
import { Wand2 } from 'lucide-react';
import { useState } from 'react';
import type { JourneyMap } from '../../model/map/journeyMap.ts';
import type { Language } from '../../model/map/language.ts';
import { proposeService } from '../../model/service/proposeService.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import type { PlanForecast } from '../../model/simulation/planForecast.ts';
import { serviceErrorText } from '../../model/text/serviceTexts.ts';
import { Button } from '../design/parts/Button.tsx';
import styles from './ServiceProblems.module.css';

export interface ServiceProblemsProps {
  readonly map: JourneyMap;
  readonly errors: PlanForecast['serviceErrors'];
  readonly readOnly: boolean;
  readonly run: (command: Command) => void;
}

/** Why the service behind the map cannot run, and the way out; an empty one is set up in one click. */
export function ServiceProblems({ map, errors, readOnly, run }: ServiceProblemsProps) {
  const { i18n } = useLingui();
  const [nowhere, setNowhere] = useState(false);
  if (errors.length === 0) return null;

  const setUp = () => {
    const proposal = proposeService(map, Math.random);
    setNowhere(!proposal.ok);
    if (!proposal.ok) return;
    const { pools, nodes, arrivals } = proposal.value;
    run({
      type: 'together',
      commands: [
        ...pools.map((record): Command => ({ type: 'put', collection: 'pools', record })),
        ...nodes.map((record): Command => ({ type: 'put', collection: 'nodes', record })),
        ...arrivals.map((record): Command => ({ type: 'put', collection: 'arrivals', record })),
      ],
    });
  };

  return (
    <section className={styles['problems']} aria-live="polite">
      <ul>
        {errors.map((error) => (
          <li key={JSON.stringify(error)}>{serviceErrorText(error, i18n.locale as Language)}</li>
        ))}
      </ul>
      {errors[0]?.type === 'NoNodes' && !readOnly && (
        <Button size="small" icon={<Wand2 size={14} />} onClick={setUp}>
          <Trans>Set up the service</Trans>
        </Button>
      )}
      {nowhere && (
        <p>
          <Trans>
            No step shows people yet. Put a card into the lane of frontstage people, or a touchpoint such as
            phone or chat, then try again.
          </Trans>
        </p>
      )}
    </section>
  );
}
