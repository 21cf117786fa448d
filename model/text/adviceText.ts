import { assertNever } from '../assert.ts';
import type { Advice, ScopePart } from '../map/adviseOnMap.ts';
import type { Language, LocalizedText } from '../map/language.ts';
import { laneRoleNames } from './laneNames.ts';
import { markerKindNames } from './mapNames.ts';

/** One sentence of advice: what is poor about the map, and what would make it better. */
export function adviceText(advice: Advice, language: Language): string {
  return sentence(advice, language)[language];
}

const scopeParts: Readonly<Record<ScopePart, LocalizedText>> = {
  goal: { en: 'goal', 'zh-Hans': '目标', 'zh-Hant': '目標' },
  startTrigger: { en: 'start', 'zh-Hans': '起点', 'zh-Hant': '起點' },
  endTrigger: { en: 'end', 'zh-Hans': '终点', 'zh-Hant': '終點' },
  ownerName: { en: 'owner', 'zh-Hans': '负责人', 'zh-Hant': '負責人' },
};

function sentence(advice: Advice, language: Language): LocalizedText {
  switch (advice.rule) {
    case 'M40': {
      const parts = advice.missing.map((part) => scopeParts[part][language]);
      return {
        en: `The map does not say its ${parts.join(', ')}. Readers need it to know what the map covers.`,
        'zh-Hans': `地图没有写明${parts.join('、')}。写上之后，读者才知道它涵盖什么。`,
        'zh-Hant': `地圖沒有寫明${parts.join('、')}。寫上之後，讀者才知道它涵蓋什麼。`,
      };
    }
    case 'M41':
      return {
        en: `The map was to be reviewed by ${advice.reviewDate}. Review it and set the next date.`,
        'zh-Hans': `地图原定在 ${advice.reviewDate} 前复核。请复核并填写下次日期。`,
        'zh-Hant': `地圖原定在 ${advice.reviewDate} 前檢視。請檢視並填寫下次日期。`,
      };
    case 'M42':
      return {
        en: `No card stands at the step “${advice.step}”. Fill it or delete it.`,
        'zh-Hans': `步骤“${advice.step}”没有任何卡片。请补充内容或删除该步骤。`,
        'zh-Hant': `步驟「${advice.step}」沒有任何卡片。請補充內容或刪除該步驟。`,
      };
    case 'M43':
      return {
        en: `${advice.count} steps are called “${advice.title}”. Give each what makes it different.`,
        'zh-Hans': `有 ${advice.count} 个步骤都叫“${advice.title}”。请写出各自的不同。`,
        'zh-Hant': `有 ${advice.count} 個步驟都叫「${advice.title}」。請寫出各自的不同。`,
      };
    case 'M44':
      return {
        en: `The lane “${advice.lane}” is empty. Fill it or delete it.`,
        'zh-Hans': `泳道“${advice.lane}”是空的。请补充内容或删除该泳道。`,
        'zh-Hant': `泳道「${advice.lane}」是空的。請補充內容或刪除該泳道。`,
      };
    case 'M45': {
      const role = laneRoleNames[advice.role];
      return {
        en: `The lane “${advice.lane}” (${role.en.toLowerCase()}) stands below a deeper group, so no line is drawn for it. Move it up to its group.`,
        'zh-Hans': `泳道“${advice.lane}”（${role['zh-Hans']})排在更深的分组之下，因此不会为它画线。请把它移到所属分组。`,
        'zh-Hant': `泳道「${advice.lane}」（${role['zh-Hant']})排在更深的分組之下，因此不會為它畫線。請把它移到所屬分組。`,
      };
    }
    case 'M46': {
      const role = laneRoleNames[advice.missing];
      return {
        en: `A blueprint shows the ${role.en.toLowerCase()} side; no lane of this one has that role. Add such a lane.`,
        'zh-Hans': `服务蓝图应包含“${role['zh-Hans']}”泳道，这张图没有。请添加一条。`,
        'zh-Hant': `服務藍圖應包含「${role['zh-Hant']}」泳道，這張圖沒有。請新增一條。`,
      };
    }
    case 'M47':
      return {
        en: `The severe pain point “${advice.text}” has no opportunity at its step. What could be done about it?`,
        'zh-Hans': `严重痛点“${advice.text}”所在的步骤没有机会点。可以怎样改进？`,
        'zh-Hant': `嚴重痛點「${advice.text}」所在的步驟沒有機會點。可以怎樣改善？`,
      };
    case 'M48': {
      const steps = advice.steps;
      return {
        en: `The curve of ${advice.persona} has no value at ${steps.map((step) => `“${step}”`).join(', ')}. Ask how they feel there.`,
        'zh-Hans': `${advice.persona}的情绪曲线缺少${steps.map((step) => `“${step}”`).join('、')}的值。请了解他们在那里的感受。`,
        'zh-Hant': `${advice.persona}的情緒曲線缺少${steps.map((step) => `「${step}」`).join('、')}的值。請瞭解他們在那裡的感受。`,
      };
    }
    case 'M49':
      return {
        en: `“${advice.text}” is planned or started, but nobody owns it. Name an owner.`,
        'zh-Hans': `“${advice.text}”已计划或进行中，但没有负责人。请指定负责人。`,
        'zh-Hant': `「${advice.text}」已規劃或進行中，但沒有負責人。請指定負責人。`,
      };
    case 'M50': {
      const kind = markerKindNames[advice.kind];
      return {
        en: `A ${kind.en.toLowerCase()} is marked without numbers. How likely, how bad, how long?`,
        'zh-Hans': `这个${kind['zh-Hans']}没有数值。可能性、严重程度或时长是多少？`,
        'zh-Hant': `這個${kind['zh-Hant']}沒有數值。可能性、嚴重程度或時間長度是多少？`,
      };
    }
    case 'M51':
      return {
        en: `${advice.count} ${advice.count === 1 ? 'card lies' : 'cards lie'} in the tray. Place or delete ${advice.count === 1 ? 'it' : 'them'}.`,
        'zh-Hans': `暂存区里有 ${advice.count} 张卡片。请放入单元格或删除。`,
        'zh-Hant': `暫存區裡有 ${advice.count} 張卡片。請放入儲存格或刪除。`,
      };
    case 'M52':
      return {
        en: `A card holds ${advice.letters} characters. Cards are read from a metre away: one thought each.`,
        'zh-Hans': `一张卡片写了 ${advice.letters} 个字。卡片要让人在一米外看清：一张只写一个意思。`,
        'zh-Hant': `一張卡片寫了 ${advice.letters} 個字。卡片要讓人在一公尺外看清楚：一張只寫一個意思。`,
      };
    case 'M53':
      return {
        en: 'A picture has no alternative text. Say in one sentence what it shows.',
        'zh-Hans': '图片没有替代文本。请用一句话说明画面内容。',
        'zh-Hant': '圖片沒有替代文字。請用一句話說明畫面內容。',
      };
    case 'M54':
      return {
        en: `${advice.estimates} of ${advice.all} numbers are estimates. Measure first what moves the result most.`,
        'zh-Hans': `${advice.all} 个数值中有 ${advice.estimates} 个是估计。请先测量对结果影响最大的。`,
        'zh-Hant': `${advice.all} 個數值中有 ${advice.estimates} 個是估計。請先量測對結果影響最大的。`,
      };
    case 'M55': {
      const { metric, n } = advice;
      return n === undefined
        ? {
            en: `“${metric}” was observed, but not how often. Without n it has no interval.`,
            'zh-Hans': `“${metric}”是实测值，但没有写样本量。没有 n 就没有区间。`,
            'zh-Hant': `「${metric}」是實測值，但沒有寫樣本數。沒有 n 就沒有區間。`,
          }
        : {
            en: `“${metric}” rests on ${n} observations: a small sample with a wide interval.`,
            'zh-Hans': `“${metric}”只有 ${n} 个观测值：样本小，区间宽。`,
            'zh-Hant': `「${metric}」只有 ${n} 個觀測值：樣本小，區間寬。`,
          };
    }
    case 'M56':
      return {
        en: `“${advice.metric}” is ${advice.months} months old. Measure it again.`,
        'zh-Hans': `“${advice.metric}”是 ${advice.months} 个月前的数据。请重新测量。`,
        'zh-Hant': `「${advice.metric}」是 ${advice.months} 個月前的數據。請重新量測。`,
      };
    case 'M57':
      return {
        en: `No customer ever reaches “${advice.node}”. Route something to it or delete it.`,
        'zh-Hans': `没有客户会到达“${advice.node}”。请为它添加来路，或删除它。`,
        'zh-Hant': `沒有顧客會到達「${advice.node}」。請為它新增來路，或刪除它。`,
      };
    case 'M58':
      return {
        en: `No lever of the plan “${advice.plan}” is switched on, so it changes nothing.`,
        'zh-Hans': `计划“${advice.plan}”没有启用任何举措，因此不会带来变化。`,
        'zh-Hant': `計畫「${advice.plan}」沒有啟用任何措施，因此不會帶來變化。`,
      };
    default:
      return assertNever(advice);
  }
}
