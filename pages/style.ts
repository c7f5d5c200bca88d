/** How the pages look: paper, one column, large type; light and dark, small screens, print. */
export const PAGES_CSS = `
@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;font-display:swap;src:url('/fonts/atkinson-hyperlegible-next.woff2') format('woff2')}
:root{--paper:#FBF9F5;--card:#FFFFFF;--ink:#1E2A32;--quiet:#52616B;--line:#DDD8CE;--edge:#7B8890;--initiator:#2457A6;--us:#1B6B4A;--partner:#74418F;--volunteer:#0F6B78;--late:#B23A26;--raised:#8A5A00;--accent:#1B6B4A;--on-accent:#FFFFFF}
@media (prefers-color-scheme:dark){:root{--paper:#12181D;--card:#1B242B;--ink:#E9EEF1;--quiet:#A9B6BF;--line:#33404A;--edge:#8B99A3;--initiator:#8DB7F5;--us:#6FCF9F;--partner:#D0A3EA;--volunteer:#6CCBD8;--late:#F29B8B;--raised:#F0C46A;--accent:#6FCF9F;--on-accent:#12181D}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.55 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
header.top,main,footer{max-width:40rem;margin:0 auto;padding:0 20px}
header.top{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:16px;padding-top:20px}
.name{display:flex;align-items:center;gap:12px;margin:0;font-weight:700;color:var(--accent)}
.logo{height:44px;max-width:160px;object-fit:contain}
@media (prefers-color-scheme:dark){.logo{background:#fff;border-radius:8px;padding:4px}}
main{padding-bottom:16px}
footer{padding-bottom:64px}
h1{font-size:2.1rem;line-height:1.15;margin:28px 0 16px;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 12px}
h3{font-size:1.1rem;line-height:1.3;margin:0 0 4px}
.promises+h3,.written+h3{margin-top:18px}
p{margin:0 0 12px}
.hello{margin:28px 0 0;color:var(--quiet)}
.hello+h1{margin-top:0}
.lead{font-size:1.1rem}
.motto{font-size:1.1rem;font-style:italic}
.motto .label{font-style:normal}
.written{white-space:pre-line;border-left:4px solid var(--initiator);padding-left:16px}
.quiet,.help,.day,.label{color:var(--quiet)}
.help{font-size:1rem;margin:0 0 6px}
.day{font-variant-numeric:tabular-nums}
.late,.day.late{color:var(--late);font-weight:600}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:24px;margin:24px 0 0}
section>:last-child{margin-bottom:0}
ol,ul{margin:0;padding:0;list-style:none}
.plainlist{list-style:disc;padding-left:1.2em}
a{color:var(--accent);text-underline-offset:3px}
a:hover{text-decoration-thickness:2px}
main p>a:not(.main):not(.plain),footer a,header a,.banner a{display:inline-block;padding:4px 0}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:4px}
.skip{position:absolute;left:-999px;top:8px;background:var(--card);padding:8px 16px;z-index:1}
.skip:focus{left:8px}
button,.main,.plain{font:inherit;cursor:pointer;max-width:100%;overflow-wrap:anywhere}
button.main,a.main,button:not([class]){display:inline-block;background:var(--accent);border:2px solid var(--accent);color:var(--on-accent);font-weight:700;padding:11px 24px;border-radius:10px;text-decoration:none;text-align:center}
.plain,.tick{display:inline-block;background:none;border:2px solid var(--line);color:var(--ink);padding:9px 18px;border-radius:10px;text-decoration:none}
.plain:hover,.tick:hover{border-color:var(--accent)}
.asks{border:2px solid var(--initiator)}
.asks li+li{margin-top:24px;padding-top:24px;border-top:1px solid var(--line)}
.asks form{margin:0}
.asks form,.asks p{margin-bottom:12px}
.pressed{background:var(--paper);border-radius:10px;padding:16px;margin:0 0 12px}
.pressed>:last-child{margin-bottom:0}
.small{display:flex;flex-wrap:wrap;gap:10px}
.small form{margin:0}
.small .plain{font-size:1rem;padding:7px 14px}
.steps li{position:relative;padding:0 0 16px 24px;border-left:3px solid var(--line);margin-left:6px}
.steps li:last-child{padding-bottom:2px}
.steps li::before{content:'';position:absolute;left:-9px;top:.45em;width:15px;height:15px;border-radius:50%;background:var(--card);border:3px solid var(--edge)}
.steps.past li::before{background:var(--edge)}
.steps.now li::before{border-color:var(--accent);background:var(--accent)}
.steps.next li{border-left-style:dashed}
.steps p,.promises p{margin:0}
.what{font-weight:600}
.who .day::before{content:'· '}

.side.initiator{color:var(--initiator)}.side.us{color:var(--us)}.side.partner{color:var(--partner)}.side.volunteer{color:var(--volunteer)}
.share{display:block;width:100%;height:14px;border-radius:7px;margin:0 0 8px}
.share .initiator{fill:var(--initiator)}.share .us{fill:var(--us)}.share .partner{fill:var(--partner)}.share .volunteer{fill:var(--volunteer)}
.share rect{stroke:var(--card);stroke-width:.6}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin-bottom:16px}
.promises li{padding:14px 0;border-top:1px solid var(--line)}
.promise-done .what{font-weight:400;color:var(--quiet)}
.promises form{margin:10px 0 0}
.tick{padding:7px 16px}
.notice,.banner{border-radius:10px;padding:16px 20px;margin:20px 0 0;border:1px solid var(--line);background:var(--card);border-left:6px solid var(--raised)}
.notice form{margin:0}
.notice>:last-child,.banner>:last-child{margin-bottom:0}
.banner+p,.notice+p,section+p,section+form{margin-top:20px}
.banner.good{border-left-color:var(--us)}
.banner.trouble{border-left-color:var(--late)}
.banner ul{list-style:disc;padding-left:1.2em}
.banner li a{display:inline}
details{margin:24px 0 0}
summary{cursor:pointer;padding:6px 0;color:var(--accent);text-decoration:underline;text-underline-offset:3px}
details>*:not(summary){margin-top:8px}
.field{margin:0 0 28px;border:0;padding:0;min-width:0}
.field label:not(.option),legend{display:block;font-weight:600;padding:0;margin:0 0 6px}
legend .quiet,label .quiet{font-weight:400;font-size:1rem}
input:not([type=radio]):not([type=checkbox]),textarea,select{font:inherit;width:100%;padding:11px 14px;border:2px solid var(--edge);border-radius:8px;background:var(--card);color:var(--ink);min-height:50px}
input[type=date],input[type=datetime-local]{max-width:18rem}
input:user-invalid{border-color:var(--late)}
[aria-invalid=true]{border-color:var(--late)}
.option{display:flex;gap:12px;align-items:flex-start;padding:9px 14px;border:2px solid var(--line);border-radius:8px;margin:0 0 8px;cursor:pointer;background:var(--card)}
.option:has(:checked){border-color:var(--accent)}
.option input{width:22px;height:22px;margin:4px 0 0;flex:none;accent-color:var(--accent)}
.problem{color:var(--late);font-weight:600;margin:0 0 6px}
.row{border:1px solid var(--line);border-radius:8px;padding:16px;margin:0 0 12px;min-width:0}
.outcomes button{display:block;width:100%;margin:0 0 10px;text-align:left}
.trap{position:absolute;left:-9999px}
.contact .who{display:flex;align-items:center;gap:12px;flex-wrap:wrap}
.contact .who{line-height:1.35}
.face{display:inline-grid;place-items:center;width:48px;height:48px;border-radius:50%;background:var(--us);color:var(--on-accent);font-weight:700;flex:none}
body.wide header.top,body.wide main,body.wide footer{max-width:80rem}
.drawingsheet{overflow:auto;max-height:80vh;border:1px solid var(--line);border-radius:10px;background:#FBF9F5;margin:0 0 12px}
.drawingsheet svg{display:block}
.drawing:not(:has(#large:checked)) .drawingsheet svg{width:100%;height:auto}
.large label{display:inline-flex;align-items:center;gap:10px;padding:4px 0;cursor:pointer}
.large input{width:22px;height:22px;margin:0;accent-color:var(--accent)}
.drawingsheet g:target>:first-child{stroke:#B23A26;stroke-width:4}
.onpaper{display:none}
.prose{line-height:1.6}
.prose>p,.prose li{max-width:44rem}
.prose h3{margin:24px 0 8px}
.prose h4{margin:16px 0 4px;font-size:1rem}
.told>li{padding:5px 0}
.told .told,.ways{padding-left:1.4rem}
.ways>li{padding:3px 0 3px 12px;border-left:3px solid var(--line)}
.number{font-weight:700;font-variant-numeric:tabular-nums}
@media (max-width:30rem){.drawingsheet{max-height:60vh}.told .told,.ways{padding-left:0}.ways>li{padding-left:10px}h1{font-size:1.75rem}section{padding:18px 16px}button.main,a.main,button:not([class]){display:block;width:100%}.plain.wide{width:100%}}
@media (prefers-reduced-motion:no-preference){button,.plain,.tick{transition:border-color .15s}}
@page{size:A4;margin:18mm}
@page lying{size:A4 landscape;margin:10mm}
@page standing{size:A4 portrait;margin:13mm}
@media print{body{background:#fff;color:#000;font-size:12pt}.noprint,.skip,header nav,.small,.asks form,.notice form,form button{display:none!important}section{border:0;border-top:1px solid #999;border-radius:0;padding:12px 0;break-inside:avoid}details{display:none}a{color:inherit}.wide header,.wide footer,.onscreen{display:none}body.wide main{max-width:none;padding:0}.onpaper{display:block}.landscape{page:lying}.portrait{page:standing}.onpaper svg{display:block;width:auto;height:auto;max-width:100%;max-height:98vh;break-inside:avoid;margin:0 0 6mm;print-color-adjust:exact}.onpaper.landscape svg{break-after:page;margin:0}.drawing{position:absolute;width:0;height:0;padding:0;margin:0;border:0;overflow:hidden}.prose{break-inside:auto;border:0;font-size:11pt}.prose a{text-decoration:none;font-weight:600}.told>li{break-inside:avoid-page}h2,h3,h4{break-after:avoid}}
`;
