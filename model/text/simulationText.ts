import type { Language } from '../map/language.ts';

/** Sentences about a simulation, for command line and exports. */
export const simulationText: Readonly<
  Record<
    Language,
    {
      unknownPlan(asked: string, known: readonly string[]): string;
      wrongSeed(found: string): string;
      wrongReplications(found: string): string;
      wrongLevel(found: string): string;
      wrongDraws(found: string): string;
      otherLevel(level: 'standard' | 'full'): string;
      fullProgress(draws: number, of: number): string;
      fullRun(draws: number, events: number, seed: number): string;
      spread(notKnown: string, ofOneDay: string): string;
      progress(pairs: number, of: number): string;
      index: string;
      likely(low: string, high: string): string;
      notResolved: string;
      asIs: string;
      difference: string;
      wait(seconds: string, p90: string, abandoned: string): string;
      notCalibrated: string;
      calibrated(pool: string, factor: string, misfit: string): string;
      partial: string;
      run(pairs: number, events: number, seed: number): string;
      nothingToMove(lever: string, on: string): string;
      notWorkingYet(lever: string): string;
      unknownLever(lever: string): string;
    }
  >
> = {
  en: {
    unknownPlan: (asked, known) =>
      `There is no plan "${asked}" in this map. ${known.length === 0 ? 'It has no plans.' : `It has: ${known.join(', ')}.`}`,
    wrongSeed: (found) => `Expected a whole number for --seed, found "${found}".`,
    wrongReplications: (found) =>
      `Expected a number of pairs from 1 to 10,000 or "auto" for --replications, found "${found}".`,
    wrongLevel: (found) => `Expected "standard" or "full" for --level, found "${found}".`,
    wrongDraws: (found) => `Expected a number of draws from 1 to 10,000 for --draws, found "${found}".`,
    otherLevel: (level) =>
      level === 'full'
        ? 'The full level takes --draws; --replications belongs to the standard level.'
        : '--draws belongs to the full level: add --level full.',
    fullProgress: (draws, of) => `Simulated ${draws} of ${of} draws …`,
    fullRun: (draws, events, seed) => `${draws} draws, two days each, ${events} events, seed ${seed}.`,
    spread: (notKnown, ofOneDay) =>
      `the change spreads by ${notKnown} points because inputs are not known; one day differs from the next by ${ofOneDay} (standard deviations)`,
    progress: (pairs, of) => `Simulated ${pairs} of ${of} pairs of days …`,
    index: 'Index',
    likely: (low, high) => `(likely between ${low} and ${high})`,
    notResolved: 'the difference is smaller than the noise',
    asIs: 'as it is',
    difference: 'change',
    wait: (seconds, p90, abandoned) =>
      `mean wait ${seconds} s, nine in ten within ${p90} s, ${abandoned} % give up`,
    notCalibrated: 'Not calibrated: no wait was measured at a node, a pool or a step of one pool.',
    calibrated: (pool, factor, misfit) =>
      `Calibrated "${pool}": effective agents x ${factor}, ${misfit} % left between simulated and measured wait.`,
    partial: 'Stopped before all days were simulated: these numbers are partial.',
    run: (pairs, events, seed) => `${pairs} pairs of days, ${events} events, seed ${seed}.`,
    nothingToMove: (lever, on) => `"${lever}" changes ${on}, but nothing on this map takes that change.`,
    notWorkingYet: (lever) => `"${lever}" does not work yet at the plan's horizon.`,
    unknownLever: (lever) => `The plan names the lever ${lever}, which is not on this map.`,
  },
  'zh-Hans': {
    unknownPlan: (asked, known) =>
      `此地图中没有计划“${asked}”。${known.length === 0 ? '它没有任何计划。' : `已有计划：${known.join('、')}。`}`,
    wrongSeed: (found) => `--seed 应为整数，实际为“${found}”。`,
    wrongReplications: (found) => `--replications 应为 1 到 10,000 的成对天数或“auto”，实际为“${found}”。`,
    wrongLevel: (found) => `--level 应为“standard”或“full”，实际为“${found}”。`,
    wrongDraws: (found) => `--draws 应为 1 到 10,000 的抽样次数，实际为“${found}”。`,
    otherLevel: (level) =>
      level === 'full'
        ? '完整级别使用 --draws；--replications 属于标准级别。'
        : '--draws 属于完整级别：请加上 --level full。',
    fullProgress: (draws, of) => `已模拟 ${draws}/${of} 次抽样……`,
    fullRun: (draws, events, seed) => `${draws} 次抽样，每次两天，${events} 个事件，种子 ${seed}。`,
    spread: (notKnown, ofOneDay) =>
      `由于输入未知，变化的离散为 ${notKnown} 分；日与日之间相差 ${ofOneDay} 分（标准差）`,
    progress: (pairs, of) => `已模拟 ${pairs}/${of} 对日子……`,
    index: '指数',
    likely: (low, high) => `（可能在 ${low} 到 ${high} 之间）`,
    notResolved: '差异小于随机波动',
    asIs: '现状',
    difference: '变化',
    wait: (seconds, p90, abandoned) => `平均等待 ${seconds} 秒，九成在 ${p90} 秒内，${abandoned}% 放弃`,
    notCalibrated: '未校准：没有在节点、人员池或只由一个人员池服务的步骤上测量过等待时间。',
    calibrated: (pool, factor, misfit) =>
      `已校准“${pool}”：有效人数乘以 ${factor}，模拟与实测等待仍相差 ${misfit}%。`,
    partial: '在模拟完所有日子之前已停止：这些数字并不完整。',
    run: (pairs, events, seed) => `${pairs} 对日子，${events} 个事件，种子 ${seed}。`,
    nothingToMove: (lever, on) => `“${lever}”会改变 ${on}，但此地图上没有可以承受这一改变的对象。`,
    notWorkingYet: (lever) => `在计划的预测时点，“${lever}”尚未生效。`,
    unknownLever: (lever) => `计划引用了举措 ${lever}，但此地图中没有它。`,
  },
  'zh-Hant': {
    unknownPlan: (asked, known) =>
      `此地圖中沒有計畫「${asked}」。${known.length === 0 ? '它沒有任何計畫。' : `已有計畫：${known.join('、')}。`}`,
    wrongSeed: (found) => `--seed 應為整數，實際為「${found}」。`,
    wrongReplications: (found) =>
      `--replications 應為 1 到 10,000 的成對天數或「auto」，實際為「${found}」。`,
    wrongLevel: (found) => `--level 應為「standard」或「full」，實際為「${found}」。`,
    wrongDraws: (found) => `--draws 應為 1 到 10,000 的抽樣次數，實際為「${found}」。`,
    otherLevel: (level) =>
      level === 'full'
        ? '完整級別使用 --draws；--replications 屬於標準級別。'
        : '--draws 屬於完整級別：請加上 --level full。',
    fullProgress: (draws, of) => `已模擬 ${draws}/${of} 次抽樣……`,
    fullRun: (draws, events, seed) => `${draws} 次抽樣，每次兩天，${events} 個事件，種子 ${seed}。`,
    spread: (notKnown, ofOneDay) =>
      `由於輸入未知，變化的離散為 ${notKnown} 分；日與日之間相差 ${ofOneDay} 分（標準差）`,
    progress: (pairs, of) => `已模擬 ${pairs}/${of} 對日子……`,
    index: '指數',
    likely: (low, high) => `（可能介於 ${low} 到 ${high} 之間）`,
    notResolved: '差異小於隨機波動',
    asIs: '現況',
    difference: '變化',
    wait: (seconds, p90, abandoned) => `平均等候 ${seconds} 秒，九成在 ${p90} 秒內，${abandoned}% 放棄`,
    notCalibrated: '未校準：沒有在節點、人力池或只由一個人力池服務的步驟上量測過等候時間。',
    calibrated: (pool, factor, misfit) =>
      `已校準「${pool}」：有效人數乘以 ${factor}，模擬與實測等候仍相差 ${misfit}%。`,
    partial: '在模擬完所有日子之前已停止：這些數字並不完整。',
    run: (pairs, events, seed) => `${pairs} 對日子，${events} 個事件，種子 ${seed}。`,
    nothingToMove: (lever, on) => `「${lever}」會改變 ${on}，但此地圖上沒有可以承受這項改變的對象。`,
    notWorkingYet: (lever) => `在計畫的預測時點，「${lever}」尚未生效。`,
    unknownLever: (lever) => `計畫引用了措施 ${lever}，但此地圖中沒有它。`,
  },
};
