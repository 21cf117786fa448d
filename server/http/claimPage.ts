/**
 * The page behind the owner link that `throughline serve` prints, `/claim#<secret>`. It stands by itself, so that the
 * first thing an administrator opens depends on nothing else.
 */
export const claimPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Throughline</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
  main { max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem; }
</style>
<main>
  <h1>Throughline</h1>
  <p id="message" role="status"></p>
  <p><a id="onward" href="/"></a></p>
</main>
<script src="/claim.js"></script>
</html>
`;

export const claimScript = `
const texts = {
  'en': {
    busy: 'Opening …', onward: 'To the library',
    missing: 'Open the owner link that was printed in the terminal when the server started. Without it you can look around and make maps that stay on this device.',
    used: 'This owner link was used already, or a newer one was printed. Start the server with --new-owner-link to get another.',
    failed: 'The server did not answer. Check that it is running and reload this page.',
  },
  'zh-Hans': {
    busy: '正在打开……', onward: '进入地图库',
    missing: '请打开服务器启动时在终端里显示的所有者链接。没有它也可以随意浏览，并制作只保存在本设备上的地图。',
    used: '这个所有者链接已经用过，或者已有更新的链接。请用 --new-owner-link 启动服务器，以获得新的链接。',
    failed: '服务器没有响应。请确认它正在运行，然后刷新本页。',
  },
  'zh-Hant': {
    busy: '正在開啟……', onward: '前往地圖庫',
    missing: '請開啟伺服器啟動時在終端機顯示的擁有者連結。沒有它也可以隨意瀏覽，並製作只存在這台裝置上的地圖。',
    used: '這個擁有者連結已經用過，或已有更新的連結。請以 --new-owner-link 啟動伺服器，以取得新的連結。',
    failed: '伺服器沒有回應。請確認它正在執行，然後重新整理本頁。',
  },
};
const language = /^zh-(hant|tw|hk|mo)/i.test(navigator.language) ? 'zh-Hant' : /^zh/i.test(navigator.language) ? 'zh-Hans' : 'en';
const text = texts[language];
document.documentElement.lang = language;
const message = document.getElementById('message');
const onward = document.getElementById('onward');
onward.textContent = text.onward;
const secret = location.hash.slice(1);
history.replaceState(null, '', '/claim');
if (secret === '') message.textContent = text.missing;
else {
  message.textContent = text.busy;
  fetch('/api/claim', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ secret }),
  }).then(
    (answer) => { if (answer.ok) location.replace('/'); else message.textContent = text.used; },
    () => { message.textContent = text.failed; },
  );
}
`;
