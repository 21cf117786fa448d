import { parseArgs } from 'node:util';
import { assertNever } from '../../../model/assert.ts';
import { err, type Result } from '../../../model/result.ts';
import {
  erlangA,
  erlangB,
  erlangC,
  mg1,
  type QueueError,
  type QueueFigures,
} from '../../../model/simulation/queueFormulas.ts';
import { queueErrorText } from '../../../model/text/queueErrors.ts';
import type { Command } from '../command.ts';

const models = ['erlang-b', 'erlang-c', 'erlang-a', 'mg1'] as const;
type Model = (typeof models)[number];

/** `throughline queue`: one queue by formula. */
export const queue: Command = {
  name: 'queue',
  summary: {
    en: 'Waits, abandonment and occupancy of one queue, by formula.',
    'zh-Hans': '用公式计算一个队列的等待、放弃和忙碌程度。',
    'zh-Hant': '用公式計算一個佇列的等候、放棄與忙碌程度。',
  },
  usage:
    '--model erlang-b|erlang-c|erlang-a|mg1 --arrivals-per-hour N --handle-seconds S --agents N [--patience-seconds S] [--handle-cv X] [--within-seconds S] [--json]',
  run(args, output) {
    const question = readQuestion(args);
    if (typeof question === 'string') {
      output.tell(`${question}\nUsage: throughline queue ${queue.usage}`);
      return Promise.resolve(2);
    }
    const answer = ask(question);
    if (!answer.ok) {
      output.tell(queueErrorText(answer.error, output.language));
      return Promise.resolve(1);
    }
    output.out(question.json ? `${JSON.stringify(answer.value, null, 2)}\n` : asLines(answer.value));
    return Promise.resolve(0);
  },
};

interface Question {
  readonly model: Model;
  readonly arrivalsPerHour: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly patienceSeconds: number | undefined;
  readonly handleCv: number;
  readonly withinSeconds: number;
  readonly json: boolean;
}

/** The question, or what is wrong with how it was asked. */
function readQuestion(args: readonly string[]): Question | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        model: { type: 'string' },
        'arrivals-per-hour': { type: 'string' },
        'handle-seconds': { type: 'string' },
        agents: { type: 'string' },
        'patience-seconds': { type: 'string' },
        'handle-cv': { type: 'string' },
        'within-seconds': { type: 'string' },
        json: { type: 'boolean' },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const model = models.find((each) => each === values.model);
  if (model === undefined)
    return `Expected --model with one of ${models.join(', ')}, found ${values.model ?? 'nothing'}.`;
  const needed = ['arrivals-per-hour', 'handle-seconds', ...(model === 'mg1' ? [] : ['agents'])];
  if (model === 'erlang-a') needed.push('patience-seconds');
  for (const name of needed)
    if (values[name as keyof typeof values] === undefined) return `The model ${model} needs --${name}.`;
  const numbers = new Map<string, number>();
  for (const [name, text] of Object.entries(values)) {
    if (name === 'model' || typeof text !== 'string') continue;
    const number = Number(text);
    if (text.trim() === '' || !Number.isFinite(number))
      return `Expected a number for --${name}, found "${text}".`;
    numbers.set(name, number);
  }
  return {
    model,
    arrivalsPerHour: numbers.get('arrivals-per-hour') ?? 0,
    handleSeconds: numbers.get('handle-seconds') ?? 0,
    agents: numbers.get('agents') ?? 1,
    patienceSeconds: numbers.get('patience-seconds'),
    handleCv: numbers.get('handle-cv') ?? 1,
    withinSeconds: numbers.get('within-seconds') ?? 20,
    json: values.json ?? false,
  };
}

function ask(question: Question): Result<QueueFigures, QueueError> {
  if (question.withinSeconds < 0)
    return err({ type: 'NotPositive', field: 'withinSeconds', found: question.withinSeconds });
  switch (question.model) {
    case 'erlang-b':
      return erlangB(question);
    case 'erlang-c':
      return erlangC(question, question.withinSeconds);
    case 'erlang-a':
      return erlangA(question, question.patienceSeconds ?? 0, question.withinSeconds);
    case 'mg1':
      return question.agents === 1
        ? mg1(question, question.handleCv)
        : err({ type: 'OneServer', found: question.agents });
    default:
      return assertNever(question.model);
  }
}

const labels: Readonly<Record<keyof QueueFigures, string>> = {
  offeredErlangs: 'offered load (erlangs)',
  blockingProbability: 'share blocked',
  waitProbability: 'share that waits',
  meanWaitSeconds: 'mean wait (s)',
  meanQueueLength: 'mean queue length',
  occupancy: 'occupancy',
  abandonmentProbability: 'share that gives up',
  serviceLevel: 'share answered within the asked time',
  p90WaitSeconds: 'nine in ten wait at most (s)',
};

const asLines = (figures: QueueFigures): string =>
  Object.entries(labels)
    .map(([key, label]) => [label, figures[key as keyof QueueFigures]] as const)
    .filter((line): line is readonly [string, number] => line[1] !== null)
    .map(([label, value]) => `${label.padEnd(38)}${Number(value.toPrecision(6))}\n`)
    .join('');
