import type { Language, LocalizedText } from '../map/language.ts';
import type { MeasurementFinding } from '../quality/measurementFindings.ts';
import type { QualityModelError } from '../quality/qualityModelErrors.ts';

/** One sentence on a measurement: what was expected, what was found, what to do. */
export function measurementFindingText(finding: MeasurementFinding, language: Language): string {
  return findingText(finding)[language];
}

const between = (min: number | undefined, max: number | undefined): string =>
  min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min} – ${max}`;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function findingText(finding: MeasurementFinding): LocalizedText {
  switch (finding.type) {
    case 'UnknownMetric':
      return {
        en: `The metric “${finding.found}” is neither in the catalogue nor defined by this map. Choose one or define it.`,
        'zh-Hans': `指标“${finding.found}”既不在目录中，也未在本地图中定义。请选择一个指标或先定义它。`,
        'zh-Hant': `指標「${finding.found}」既不在目錄中，也未在本地圖中定義。請選擇一個指標或先定義它。`,
      };
    case 'NoValue':
      return {
        en: 'There is no value, no quantiles and no observations. Enter one of them.',
        'zh-Hans': '没有数值、分位数或观测值。请填写其中一项。',
        'zh-Hant': '沒有數值、分位數或觀測值。請填寫其中一項。',
      };
    case 'ValueOutOfRange':
      return {
        en: `Expected ${between(finding.min, finding.max)}, found ${finding.found}. Shares stand as 0 to 1 in files, as per cent on screen.`,
        'zh-Hans': `应为 ${between(finding.min, finding.max)}，实际是 ${finding.found}。比例在文件中写作 0 到 1，在界面上写作百分数。`,
        'zh-Hant': `應為 ${between(finding.min, finding.max)}，實際是 ${finding.found}。比例在檔案中寫作 0 到 1，在介面上寫作百分數。`,
      };
    case 'TargetOutOfRange':
      return {
        en: `The target must lie in ${between(finding.min, finding.max)}, but is ${finding.found}.`,
        'zh-Hans': `目标应在 ${between(finding.min, finding.max)} 之内，实际是 ${finding.found}。`,
        'zh-Hant': `目標應在 ${between(finding.min, finding.max)} 之內，實際是 ${finding.found}。`,
      };
    case 'NotPositive':
      return {
        en: `Expected more than 0, found ${finding.found}: this takes time for everybody. Leave it out if it is not known.`,
        'zh-Hans': `应大于 0，实际是 ${finding.found}：此项总需要时间。若不清楚，请留空。`,
        'zh-Hant': `應大於 0，實際是 ${finding.found}：此項總需要時間。若不清楚，請留空。`,
      };
    case 'QuantilesNotAscending':
      return {
        en: 'Shares and values of the quantiles must ascend. Put them in order.',
        'zh-Hans': '分位数的比例和数值必须递增。请调整顺序。',
        'zh-Hant': '分位數的比例和數值必須遞增。請調整順序。',
      };
    case 'ResolvedBelowFirstContact':
      return {
        en: `${percent(finding.firstContact)} resolved at first contact, but only ${percent(finding.resolved)} resolved in the end. Check the periods and definitions of both.`,
        'zh-Hans': `首次解决率为 ${percent(finding.firstContact)}，最终解决率却只有 ${percent(finding.resolved)}。请核对两者的时间段和定义。`,
        'zh-Hant': `首次解決率為 ${percent(finding.firstContact)}，最終解決率卻只有 ${percent(finding.resolved)}。請核對兩者的期間和定義。`,
      };
    case 'MoreThanAllContacts':
      return {
        en: `${percent(finding.firstContact)} resolved at first contact and ${percent(finding.abandoned)} abandoned are more than all contacts. Check what each is a share of.`,
        'zh-Hans': `首次解决率 ${percent(finding.firstContact)} 与放弃率 ${percent(finding.abandoned)} 之和超过全部联系量。请核对各自的分母。`,
        'zh-Hant': `首次解決率 ${percent(finding.firstContact)} 與放棄率 ${percent(finding.abandoned)} 之和超過全部聯繫量。請核對各自的分母。`,
      };
    case 'NoChannel':
      return {
        en: 'A share of contacts belongs to a channel. Choose which.',
        'zh-Hans': '渠道占比须属于某个渠道。请选择渠道。',
        'zh-Hant': '管道占比須屬於某個管道。請選擇管道。',
      };
    case 'MixAboveWhole':
      return {
        en: `The channels here add up to ${percent(finding.sum)} of the contacts, expected at most 100 %. Check their shares.`,
        'zh-Hans': `此处各渠道合计占联系量的 ${percent(finding.sum)}，应不超过 100 %。请核对各占比。`,
        'zh-Hant': `此處各管道合計占聯繫量的 ${percent(finding.sum)}，應不超過 100 %。請核對各占比。`,
      };
    case 'NoSampleSize':
      return {
        en: 'No n: there is no interval, the number counts as an estimate.',
        'zh-Hans': '缺少样本量 n：没有区间，按估计值对待。',
        'zh-Hant': '缺少樣本數 n：沒有區間，按估計值對待。',
      };
    case 'SmallSample':
      return {
        en: `Small sample: ${finding.n} observations.`,
        'zh-Hans': `样本较小：${finding.n} 个观测值。`,
        'zh-Hant': `樣本較小：${finding.n} 個觀測值。`,
      };
    case 'Stale':
      return {
        en: `Older than 12 months (until ${finding.end}). Measure again.`,
        'zh-Hans': `已超过 12 个月（截至 ${finding.end}）。请重新测量。`,
        'zh-Hant': `已超過 12 個月（截至 ${finding.end}）。請重新測量。`,
      };
    default:
      return finding satisfies never;
  }
}

/** One sentence on a quality model. `titleOf` gives the title of a dimension or indicator by its id. */
export function qualityModelErrorText(
  error: QualityModelError,
  language: Language,
  titleOf: (id: string) => string,
): string {
  return modelErrorText(error, titleOf)[language];
}

function modelErrorText(error: QualityModelError, titleOf: (id: string) => string): LocalizedText {
  switch (error.type) {
    case 'NoDimensions':
      return {
        en: 'The model has no dimension. Add one.',
        'zh-Hans': '模型没有维度。请添加一个。',
        'zh-Hant': '模型沒有構面。請新增一個。',
      };
    case 'NoIndicators':
      return {
        en: `“${titleOf(error.dimensionId)}” has no indicator. Add one or remove the dimension.`,
        'zh-Hans': `“${titleOf(error.dimensionId)}”没有评价项。请添加评价项或删除该维度。`,
        'zh-Hant': `「${titleOf(error.dimensionId)}」沒有評估項目。請新增評估項目或刪除該構面。`,
      };
    case 'NoPositiveWeight': {
      const where = error.dimensionId === undefined ? undefined : titleOf(error.dimensionId);
      return {
        en: `No positive weight ${where === undefined ? 'among the dimensions' : `in “${where}”`}. Give at least one a weight above 0.`,
        'zh-Hans': `${where === undefined ? '各维度' : `“${where}”`}没有正的权重。请至少给一项大于 0 的权重。`,
        'zh-Hant': `${where === undefined ? '各構面' : `「${where}」`}沒有正的權重。請至少給一項大於 0 的權重。`,
      };
    }
    case 'IdTwice':
      return {
        en: `The id ${error.id} stands twice in the model. Give each its own.`,
        'zh-Hans': `标识 ${error.id} 在模型中出现两次。请各用各的标识。`,
        'zh-Hant': `識別碼 ${error.id} 在模型中出現兩次。請各用各的識別碼。`,
      };
    case 'UnknownMetric':
      return {
        en: `“${titleOf(error.indicatorId)}” takes the metric “${error.found}”, which does not exist. Choose another.`,
        'zh-Hans': `“${titleOf(error.indicatorId)}”所用的指标“${error.found}”不存在。请另选一个。`,
        'zh-Hant': `「${titleOf(error.indicatorId)}」所用的指標「${error.found}」不存在。請另選一個。`,
      };
    case 'NoCurve':
      return {
        en: `“${titleOf(error.indicatorId)}” needs a scoring curve: its metric has no least and greatest value.`,
        'zh-Hans': `“${titleOf(error.indicatorId)}”需要评分曲线：其指标没有上下限。`,
        'zh-Hant': `「${titleOf(error.indicatorId)}」需要評分曲線：其指標沒有上下限。`,
      };
    case 'KnotsNotAscending':
      return {
        en: `Curve of “${titleOf(error.indicatorId)}”: the value of point ${error.knot + 1} must be greater than the one before.`,
        'zh-Hans': `“${titleOf(error.indicatorId)}”的曲线：第 ${error.knot + 1} 点的数值必须大于前一点。`,
        'zh-Hant': `「${titleOf(error.indicatorId)}」的曲線：第 ${error.knot + 1} 點的數值必須大於前一點。`,
      };
    case 'CurveTurns':
      return {
        en: `Curve of “${titleOf(error.indicatorId)}”: at point ${error.knot + 1} the score turns round. It must go one way.`,
        'zh-Hans': `“${titleOf(error.indicatorId)}”的曲线：在第 ${error.knot + 1} 点得分转向。曲线必须单调。`,
        'zh-Hant': `「${titleOf(error.indicatorId)}」的曲線：在第 ${error.knot + 1} 點得分轉向。曲線必須單調。`,
      };
    case 'CurveAgainstMetric':
      return {
        en: `Curve of “${titleOf(error.indicatorId)}”: ${error.direction === 'higher' ? 'higher' : 'lower'} values are better, the score goes the other way.`,
        'zh-Hans': `“${titleOf(error.indicatorId)}”的曲线：该指标${error.direction === 'higher' ? '越高' : '越低'}越好，得分方向相反。`,
        'zh-Hant': `「${titleOf(error.indicatorId)}」的曲線：該指標${error.direction === 'higher' ? '越高' : '越低'}越好，得分方向相反。`,
      };
    default:
      return error satisfies never;
  }
}
