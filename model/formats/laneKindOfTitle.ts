import { type LaneKind, laneKinds } from '../map/lane.ts';
import { languages } from '../map/language.ts';
import { laneKindNames } from '../text/laneNames.ts';

/** What people call the rows of their tables, beside the names of ours. */
const otherNames: Readonly<Partial<Record<LaneKind, readonly string[]>>> = {
  customerActions: [
    'actions',
    'action',
    'doing',
    'user actions',
    'customer action',
    '顾客行为',
    '用户行为',
    '行为',
    '使用者行為',
    '行為',
    '客戶行為',
  ],
  thoughts: ['thinking', 'thought', 'quotes', '思考', '内心想法'],
  emotion: ['emotions', 'feeling', 'feelings', 'mood', '情绪曲线', '情緒曲線', '感受', '心情'],
  painPoints: ['pain point', 'pains', 'problems', 'frustrations', '问题', '問題'],
  opportunities: ['opportunity', 'ideas', 'improvements', '机会', '機會', '改进点', '改善點'],
  touchpoints: ['touchpoint', 'channels', 'channel', '接触点', '触点渠道', '渠道', '管道'],
  evidence: ['physical evidence', '实体证据', '有形展示', '實體證據'],
  frontstagePeople: ['frontstage', 'onstage', 'front stage', '前台', '前台行为', '前台行為'],
  frontstageTechnology: ['frontstage systems', '前台系统', '前台系統'],
  backstagePeople: ['backstage', 'back stage', '后台', '後台', '后台行为', '後台行為'],
  backstageTechnology: ['backstage systems', '后台系统', '後台系統'],
  support: ['support processes', 'support process', '支持过程', '支持流程', '支援流程', '支援過程'],
  metrics: ['kpi', 'kpis', 'metric'],
  notes: ['note', 'comments', '备注', '備註'],
};

const byName: ReadonlyMap<string, LaneKind> = new Map(
  laneKinds.flatMap((kind) =>
    [kind, ...languages.map((language) => laneKindNames[kind][language]), ...(otherNames[kind] ?? [])].map(
      (name) => [plain(name), kind] as const,
    ),
  ),
);

/** The kind of lane that a row's title names, in any of the three languages; `text` where it names none. */
export const laneKindOfTitle = (title: string): LaneKind => byName.get(plain(title)) ?? 'text';

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
