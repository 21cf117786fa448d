import type { Language } from '../map/language.ts';
import type { ServiceError, ServiceWarning } from '../service/checkService.ts';

/** What a person reads when a service cannot run, and the way out. */
export function serviceErrorText(error: ServiceError, language: Language): string {
  const say = errors[language] as { readonly [T in ServiceError['type']]: (error: never) => string };
  // Each sentence takes the error of its own type: the key is that type.
  return say[error.type](error as never);
}

export function serviceWarningText(warning: ServiceWarning, language: Language): string {
  return warnings[language](warning.title, percent(warning.shareOfArrivals));
}

type Sentences = {
  readonly [T in ServiceError['type']]: (error: Extract<ServiceError, { readonly type: T }>) => string;
};

const percent = (share: number): string => `${Math.round(share * 1_000) / 10} %`;
const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

const errors: Readonly<Record<Language, Sentences>> = {
  en: {
    NoNodes: () => 'No service is set up yet, so there is nothing to simulate. Choose “Set up the service”.',
    NoArrivals: () => 'Nobody arrives. Say how many customers come a day and where they enter.',
    HandleTimeMissing: (e) => `“${e.title}” has no handle time. Enter how many seconds one contact takes.`,
    PatienceNotPositive: (e) =>
      `The patience at “${e.title}” must be more than 0 seconds; leave it empty when customers wait for as long as it takes.`,
    ShareOutOfRange: (e) => `A share at “${e.title}” is ${percent(e.found)}; shares lie between 0 and 100 %.`,
    RoutesOverOne: (e) =>
      `The ways out of “${e.title}” add up to ${percent(e.found)}. Lower them until they make 100 %.`,
    Unreachable: (e) => `Nobody can reach “${e.title}”. Add a route to it, or remove it.`,
    NoWayOut: (e) => `Who comes to “${e.title}” never leaves the service. Add a route to the exit.`,
    EndlessRework: (e) =>
      `Contacts at “${e.title}” come back as often as they leave, without end. Lower the share that returns.`,
    TurnedInCircles: (e) =>
      `Who finds the queue at “${e.title}” full is sent around in a circle without any delay. Give that way a delay, or let it lead out of the service.`,
    PoolMissing: (e) => `“${e.title}” is done by people: name the pool that does it.`,
    NobodyOnDuty: (e) =>
      `There is work for “${e.title}” but nobody on duty at any hour. Enter people by hour.`,
    PoolOverloaded: (e) =>
      `“${e.title}” gets ${oneDecimal(e.workHours)} hours of work a day and has ${oneDecimal(e.agentHours)}; its customers wait without end, so the queue would grow for ever. Add people, or give the customers a patience.`,
  },
  'zh-Hans': {
    NoNodes: () => '尚未设置服务，无法模拟。请选择“设置服务”。',
    NoArrivals: () => '没有客户到达。请填写每天有多少客户、从哪里进入。',
    HandleTimeMissing: (e) => `“${e.title}”没有处理时长。请填写每次联系需要多少秒。`,
    PatienceNotPositive: (e) => `“${e.title}”的等待耐心必须大于 0 秒；如果客户会一直等下去，请留空。`,
    ShareOutOfRange: (e) => `“${e.title}”有一个比例为 ${percent(e.found)}；比例必须在 0 到 100% 之间。`,
    RoutesOverOne: (e) => `“${e.title}”的去向合计为 ${percent(e.found)}。请调低到 100%。`,
    Unreachable: (e) => `没有人能到达“${e.title}”。请添加通往它的去向，或将其删除。`,
    NoWayOut: (e) => `到了“${e.title}”的客户永远无法离开。请添加通往出口的去向。`,
    EndlessRework: (e) => `“${e.title}”的联系离开多少就返回多少，没有尽头。请调低返回比例。`,
    TurnedInCircles: (e) =>
      `“${e.title}”排队已满时，客户会毫无间隔地绕圈。请给这条去向加上间隔，或让它通往服务之外。`,
    PoolMissing: (e) => `“${e.title}”需要人来处理：请指定由哪个人员池负责。`,
    NobodyOnDuty: (e) => `“${e.title}”有工作量，但全天没有人值班。请按小时填写人数。`,
    PoolOverloaded: (e) =>
      `“${e.title}”每天有 ${oneDecimal(e.workHours)} 小时的工作，而人力只有 ${oneDecimal(e.agentHours)} 小时；客户会一直等待，队列将无限增长。请增加人手，或填写客户愿意等待的时间。`,
  },
  'zh-Hant': {
    NoNodes: () => '尚未設定服務，無法模擬。請選擇「設定服務」。',
    NoArrivals: () => '沒有顧客到達。請填寫每天有多少顧客、從哪裡進入。',
    HandleTimeMissing: (e) => `「${e.title}」沒有處理時間。請填寫每次聯繫需要幾秒。`,
    PatienceNotPositive: (e) => `「${e.title}」的等候耐心必須大於 0 秒；如果顧客會一直等下去，請留白。`,
    ShareOutOfRange: (e) => `「${e.title}」有一個比例為 ${percent(e.found)}；比例必須介於 0 到 100% 之間。`,
    RoutesOverOne: (e) => `「${e.title}」的去向合計為 ${percent(e.found)}。請調低到 100%。`,
    Unreachable: (e) => `沒有人能到達「${e.title}」。請新增通往它的去向，或將其刪除。`,
    NoWayOut: (e) => `到了「${e.title}」的顧客永遠無法離開。請新增通往出口的去向。`,
    EndlessRework: (e) => `「${e.title}」的聯繫離開多少就返回多少，沒有盡頭。請調低返回比例。`,
    TurnedInCircles: (e) =>
      `「${e.title}」排隊已滿時，顧客會毫無間隔地繞圈。請為這條去向加上間隔，或讓它通往服務之外。`,
    PoolMissing: (e) => `「${e.title}」需要人來處理：請指定由哪個人力池負責。`,
    NobodyOnDuty: (e) => `「${e.title}」有工作量，但整天沒有人值班。請依小時填寫人數。`,
    PoolOverloaded: (e) =>
      `「${e.title}」每天有 ${oneDecimal(e.workHours)} 小時的工作，而人力只有 ${oneDecimal(e.agentHours)} 小時；顧客會一直等候，佇列將無限增長。請增加人力，或填寫顧客願意等候的時間。`,
  },
};

const warnings: Readonly<Record<Language, (title: string, share: string) => string>> = {
  en: (title, share) =>
    `${share} of the arrivals at “${title}” come while nobody is on duty. Widen the hours, or move the arrivals.`,
  'zh-Hans': (title, share) =>
    `“${title}”有 ${share} 的到达发生在无人值班的时段。请延长服务时间，或调整到达时段。`,
  'zh-Hant': (title, share) =>
    `「${title}」有 ${share} 的到達發生在無人值班的時段。請延長服務時間，或調整到達時段。`,
};
