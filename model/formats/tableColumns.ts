/** The columns of the flat table, in the order in which they are written. */
export const flatColumns = [
  'map',
  'stage',
  'step',
  'lane',
  'card',
  'type',
  'emotion',
  'metric',
  'value',
  'unit',
  'persona',
  'owner',
  'channel',
] as const;
export type FlatColumn = (typeof flatColumns)[number];

/** What else the head of a column may say, in English and Chinese. */
const aliases: Readonly<Record<FlatColumn, readonly string[]>> = {
  map: ['journey', 'blueprint', '地图', '地圖', '旅程', '旅程图', '旅程圖'],
  stage: ['phase', 'section', '阶段', '階段'],
  step: ['activity', 'task', '步骤', '步驟', '环节', '環節'],
  lane: ['row', 'layer', 'swimlane', '泳道', '层', '層'],
  card: ['text', 'content', 'description', 'note', 'sticky', '卡片', '内容', '內容', '文本', '文字'],
  type: ['kind', 'lane kind', '类型', '類型', '种类', '種類'],
  emotion: ['feeling', 'mood', 'score', 'sentiment', '情绪', '情緒', '感受'],
  metric: ['kpi', 'measure', '指标', '指標'],
  value: ['number', '数值', '數值', '值'],
  unit: ['units', '单位', '單位'],
  persona: ['actor', 'user', 'who', '人物画像', '人物誌', '角色', '参与者', '參與者'],
  owner: ['responsible', '负责人', '負責人'],
  channel: ['touchpoint', '渠道', '管道', '通路'],
};

const byHead: ReadonlyMap<string, FlatColumn> = new Map(
  flatColumns.flatMap((column) => [column, ...aliases[column]].map((head) => [head, column] as const)),
);

/** The column that a head names. */
export const columnOfHead = (head: string): FlatColumn | undefined =>
  byHead.get(head.normalize('NFKC').trim().toLowerCase());
