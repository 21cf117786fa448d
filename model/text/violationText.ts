import type { Violation } from '../map/invariants.ts';
import type { Language, LocalizedText } from '../map/language.ts';

/** What a person reads when a map breaks a rule. The English message names the record; Chinese readers get the rule. */
export function violationText(violation: Violation, language: Language): string {
  if (language === 'en') return violation.message;
  return ruleTexts[violation.rule]?.[language] ?? violation.message;
}

const ruleTexts: Readonly<Record<string, Omit<LocalizedText, 'en'>>> = {
  M1: {
    'zh-Hans': 'ID 在同一列表中重复，请为每条记录使用不同的 ID。',
    'zh-Hant': 'ID 在同一清單中重複，請為每筆記錄使用不同的 ID。',
  },
  M2: {
    'zh-Hans': '步骤所属的阶段不存在，请填写地图中已有的阶段。',
    'zh-Hant': '步驟所屬的階段不存在，請填寫地圖中已有的階段。',
  },
  M3: {
    'zh-Hans': '同一阶段的步骤应相邻，并与阶段顺序一致；这个步骤排得太靠后。',
    'zh-Hant': '同一階段的步驟應相鄰，並與階段順序一致；這個步驟排得太後面。',
  },
  M4: { 'zh-Hans': '卡片所在的泳道或步骤不存在。', 'zh-Hant': '卡片所在的泳道或步驟不存在。' },
  M5: {
    'zh-Hans': '卡片要么同时有泳道和步骤，要么都没有（放在暂存区或自由位置）。',
    'zh-Hant': '卡片要嘛同時有泳道與步驟，要嘛都沒有（放在暫存區或自由位置）。',
  },
  M6: { 'zh-Hans': '卡片跨越的步骤超出了地图右侧。', 'zh-Hant': '卡片跨越的步驟超出了地圖右側。' },
  M7: { 'zh-Hans': '引用的证据不存在。', 'zh-Hant': '引用的證據不存在。' },
  M8: { 'zh-Hans': '连线应连接两张不同且存在的卡片。', 'zh-Hant': '連線應連接兩張不同且存在的卡片。' },
  M9: {
    'zh-Hans': '情绪所在的泳道、人物画像或步骤不存在，或该泳道不是情绪泳道。',
    'zh-Hant': '情緒所在的泳道、人物誌或步驟不存在，或該泳道不是情緒泳道。',
  },
  M10: {
    'zh-Hans': '每个人物画像在每条泳道的每个步骤只能有一个情绪值。',
    'zh-Hant': '每個人物誌在每條泳道的每個步驟只能有一個情緒值。',
  },
  M11: {
    'zh-Hans': '标记应放在一张存在的卡片或一个存在的步骤上，二者选一。',
    'zh-Hant': '標記應放在一張存在的卡片或一個存在的步驟上，二者擇一。',
  },
  M12: { 'zh-Hans': '服务节点引用的步骤或团队不存在。', 'zh-Hant': '服務節點引用的步驟或團隊不存在。' },
  M13: {
    'zh-Hans': '该节点由人员完成，请指定负责的团队。',
    'zh-Hant': '該節點由人員完成，請指定負責的團隊。',
  },
  M14: { 'zh-Hans': '去向的服务节点不存在。', 'zh-Hant': '去向的服務節點不存在。' },
  M15: {
    'zh-Hans': '各去向的份额之和应为 1（放弃等待的份额之和不超过 1)。',
    'zh-Hant': '各去向的份額總和應為 1（放棄等候的份額總和不超過 1)。',
  },
  M16: {
    'zh-Hans': '到达量应指向存在的节点，且至少一个小时的权重大于 0。',
    'zh-Hant': '到達量應指向存在的節點，且至少一個小時的權重大於 0。',
  },
  M17: { 'zh-Hans': '测量值所在的位置或细分人群不存在。', 'zh-Hant': '量測值所在的位置或細分族群不存在。' },
  M18: {
    'zh-Hans': '估计值需要低、可能、高三个数，并从小到大排列。',
    'zh-Hant': '估計值需要低、可能、高三個數字，並由小到大排列。',
  },
  M19: {
    'zh-Hans': '质量模型的每一层至少要有一个大于 0 的权重。',
    'zh-Hant': '品質模型的每一層至少要有一個大於 0 的權重。',
  },
  M20: { 'zh-Hans': '举措所依赖或排斥的举措不存在。', 'zh-Hant': '措施所依賴或排斥的措施不存在。' },
  M21: {
    'zh-Hans': '计划中的举措或作用对象不存在，或同一举措出现两次。',
    'zh-Hant': '計畫中的措施或作用對象不存在，或同一措施出現兩次。',
  },
  M22: { 'zh-Hans': '预测所属的计划不存在。', 'zh-Hant': '預測所屬的計畫不存在。' },
  M23: { 'zh-Hans': '引用的图片不在地图中。', 'zh-Hant': '引用的圖片不在地圖中。' },
};

/** The rules that have a text; a test holds them against docs/spec. */
export const rulesWithText: readonly string[] = Object.keys(ruleTexts);
