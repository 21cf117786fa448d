import type { Language } from '../map/language.ts';
import type { QueueError } from '../simulation/queueFormulas.ts';

/** What a person reads when a queue has no answer. */
export function queueErrorText(error: QueueError, language: Language): string {
  const say = texts[language];
  if (error.type === 'NotPositive') return say.notPositive(error.field, error.found);
  if (error.type === 'OneServer') return say.oneServer(error.found);
  return say.overload(
    oneDecimal(error.offeredErlangs),
    oneDecimal(error.agents),
    Math.floor(error.offeredErlangs) + 1,
  );
}

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

const texts: Readonly<
  Record<
    Language,
    {
      notPositive(field: string, found: number): string;
      oneServer(found: number): string;
      overload(load: string, agents: string, needed: number): string;
    }
  >
> = {
  en: {
    notPositive: (field, found) => `${field} must be a number above 0, but is ${found}.`,
    oneServer: (found) =>
      `M/G/1 is the formula of one server, but ${found} were given. Use erlang-c, or say 1 agent.`,
    overload: (load, agents, needed) =>
      `The work is ${load} erlangs and ${agents} agents cannot do it: the queue would grow without end. Plan at least ${needed} agents, or give a patience after which customers leave.`,
  },
  'zh-Hans': {
    notPositive: (field, found) => `${field} 必须是大于 0 的数，现在是 ${found}。`,
    oneServer: (found) => `M/G/1 公式只适用于一名坐席，现在是 ${found}。请改用 erlang-c，或填写 1 名坐席。`,
    overload: (load, agents, needed) =>
      `工作量为 ${load} 爱尔兰，${agents} 名坐席无法完成：队列会无限增长。请至少安排 ${needed} 名坐席，或填写客户愿意等待的时间。`,
  },
  'zh-Hant': {
    notPositive: (field, found) => `${field} 必須是大於 0 的數字，目前是 ${found}。`,
    oneServer: (found) =>
      `M/G/1 公式只適用於一名客服人員，目前是 ${found}。請改用 erlang-c，或填寫 1 名客服人員。`,
    overload: (load, agents, needed) =>
      `工作量為 ${load} 爾朗，${agents} 名客服人員無法完成：佇列會無限增長。請至少安排 ${needed} 名客服人員，或填寫顧客願意等待的時間。`,
  },
};
