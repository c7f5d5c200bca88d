/** How the page about the API looks: the paper and ink of the product, two columns where there is room, no script. */
export const API_DOCS_CSS = `
@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;font-display:swap;src:url('/fonts/atkinson-hyperlegible-next.woff2') format('woff2')}
:root{--paper:#FBF9F5;--card:#FFFFFF;--ink:#1E2A32;--quiet:#52616B;--line:#DDD8CE;--us:#1B6B4A;--initiator:#2457A6;--late:#B23A26;--volunteer:#0F6B78}
@media (prefers-color-scheme:dark){:root{--paper:#12181D;--card:#1B242B;--ink:#E9EEF1;--quiet:#A9B6BF;--line:#33404A;--us:#6FCF9F;--initiator:#8DB7F5;--late:#F29B8B;--volunteer:#6CCBD8}}
*{box-sizing:border-box}
html{scroll-padding-top:16px}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.55 'Atkinson Hyperlegible Next','Atkinson Hyperlegible',system-ui,'Segoe UI',Roboto,sans-serif;overflow-wrap:break-word}
.top,.two{max-width:72rem;margin:0 auto;padding:0 20px}
.top{display:flex;justify-content:space-between;align-items:baseline;gap:16px;padding-top:20px}
.name{margin:0;font-weight:700}
.name a{text-decoration:none}
main{padding-bottom:64px;min-width:0}
h1{font-size:2.1rem;line-height:1.15;margin:28px 0 16px;text-wrap:balance}
h2{font-size:1.35rem;line-height:1.25;margin:0 0 8px}
h3{font-size:1rem;line-height:1.4;margin:0;display:inline}
h4{font-size:1rem;margin:20px 0 6px}
p{margin:0 0 12px}
.lead{font-size:1.1rem}
.quiet{color:var(--quiet);font-weight:400}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:24px;margin:24px 0 0}
section>:last-child{margin-bottom:0}
a{color:var(--us);text-underline-offset:3px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--us);outline-offset:3px;border-radius:4px}
.skip{position:absolute;left:-999px;top:8px;background:var(--card);padding:8px 16px;z-index:1}
.skip:focus{left:8px}
ul{margin:0;padding:0;list-style:none}
.plainlist{list-style:disc;padding-left:1.2em}
.plainlist li+li{margin-top:6px}
.nouns ul{display:flex;flex-wrap:wrap;gap:4px 16px}
.nouns a,.top a{display:inline-block;padding:4px 0}
code,pre{font-family:ui-monospace,'SF Mono',Menlo,Consolas,monospace;font-size:.88em}
pre{margin:0 0 16px;padding:12px 16px;background:var(--paper);border:1px solid var(--line);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere}
pre code{font-size:.85rem}
details{border-top:1px solid var(--line);padding:4px 0}
details[open]{padding-bottom:20px}
summary{cursor:pointer;padding:8px 0}
summary h3{font-weight:400}
.operation h3{overflow-wrap:anywhere}
.shape h3{font-weight:700}
.says{display:block;padding-left:1.1rem}
.method{display:inline-block;min-width:4.6rem;font-weight:700;font-size:.85rem}
.get{color:var(--volunteer)}.post{color:var(--us)}.put{color:var(--initiator)}.delete{color:var(--late)}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid var(--line);font-weight:400}
th:first-child{width:34%}td:nth-child(2){width:30%}
thead th{border-top:0;color:var(--quiet)}
td:last-child{min-width:10rem}
.answers{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;margin:0;font-size:.92rem}
.answers dt{font-variant-numeric:tabular-nums;font-weight:700}
.answers dd{margin:0;min-width:0}
@media (min-width:60rem){.two{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:40px}.nouns{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:36px 0 24px}.nouns ul{display:block}}
@media (max-width:60rem){.nouns{order:-1;margin-top:20px}}
@media (max-width:30rem){h1{font-size:1.75rem}section{padding:18px 16px}.says{padding-left:0}}
@media print{body{background:#fff;color:#000;font-size:11pt}.skip,.nouns,.top nav{display:none}.two{display:block}section{border:0;padding:12px 0}}
`;
