/**
 * The npm build of Sveltia CMS → the same without what it asks of others, and with what our files
 * need. Each patch must fit exactly once: a new version is looked at anew.
 */

const FONTS = "https://cdn.jsdelivr.net/fontsource/fonts";

/** What is replaced in `npm/index.js`: why, what, by what. */
export const PATCHES = [
  {
    why: "Fonts come from beside the page, not from a CDN that would see every visitor.",
    from: `url(${FONTS}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2)`,
    to: "url(assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2)",
  },
  {
    why: "As above.",
    from: `url(${FONTS}/noto-mono@5.3.0/latin-400-normal.woff2)`,
    to: "url(assets/noto-mono-latin-400-normal-DiC8lJru.woff2)",
  },
  {
    why: "As above.",
    from: `url(${FONTS}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2)`,
    to: "url(assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2)",
  },
  {
    why: "The status page of GitHub is another host.",
    from: "=async()=>{try{let{status:{indicator:e}}=await ZR(Rye)",
    to: "=async()=>{return`unknown`;try{let{status:{indicator:e}}=await ZR(Rye)",
  },
  {
    why: "So is that of GitLab.",
    from: "=async()=>{try{let{result:{status_overall:{status_code:e}}}=await ZR(Vbe)",
    to: "=async()=>{return`unknown`;try{let{result:{status_overall:{status_code:e}}}=await ZR(Vbe)",
  },
  {
    why: "Pictures of people would come from other hosts, which would see each visitor.",
    from: "avatarURL:i.avatar_url,",
    to: "avatarURL:void 0,",
  },
  {
    why: "As above, in the history of an entry.",
    from: "R(t).authorAvatarURL?e(a):e(o,-1)",
    to: "e(o,-1)",
  },
  {
    why: "A link for signing in on a telephone has the token in it, and a camera reads it from afar.",
    from: "=_A(()=>JR.isLargeScreen&&JR.hasMouse&&!JR.isLocalHost&&!!iX.current?.isGit&&!!Zq.account?.token)",
    to: "=_A(()=>!1)",
  },
  {
    why: "So nobody is offered it,",
    from: "j(n,!await c9(`mobileCta`))",
    to: "j(n,!1)",
  },
  {
    why: "and nobody can be led into the account of somebody else by one.",
    from: "pSe=/^\\/signin\\/(?<encodedData>.+)/",
    to: "pSe=/^(?!)(?<encodedData>.+)/",
  },
  {
    why: "A file format of ours sees the file as it is, line ends and all, and knows its path.",
    from: "e=e.trim().replace(/\\r\\n?/g,`\n`);let o=!a&&ZP(i,t),{format:s}=mF({collection:i,collectionFile:a,isIndexFile:o}),c=HP.get(s)?.parser;if(c)return c(e);",
    to: "let o=!a&&ZP(i,t),{format:s}=mF({collection:i,collectionFile:a,isIndexFile:o}),c=HP.get(s)?.parser;if(c)return c(e,t);e=e.trim().replace(/\\r\\n?/g,`\n`);",
  },
  {
    why: "A file format of ours says how a file ends.",
    from: "if(i)return`${(await i(e)).trim()}\\n`;",
    to: "if(i)return await i(e);",
  },
  {
    why: "A text lies in a folder of its own with its pictures, or alone, however deep: one list.",
    from: "let t=`${DO(e).replace(tA,`[^/]+?`)}${s}`;",
    to: "let t=e===`{{slug}}/index`?`(?:[^/]+\\\\/)*?[^/]+?(?:\\\\/index)?`:`${DO(e).replace(tA,`[^/]+?`)}${s}`;",
  },
  {
    why: "A text that would come back otherwise than it was is edited as Markdown.",
    from: "t=uue(t),t=due(t),t=fue(t),new Promise((r,i)=>{e.update(()=>{try{nO(t,n),r(void 0)}",
    to: "new Promise((r,i)=>{let o=t;t=fue(due(uue(t)));e.update(()=>{try{nO(t,n);globalThis.schaukasten.mustStay(o,pue(rO(n.filter(({tag:e})=>!lue.includes(e))).replace(/&#32;/g,` `)));r(void 0)}",
  },
  {
    why: "What was typed means itself, and is escaped where Markdown would take it for something else,",
    from: "d=a?d.replace(/([*_`~])/g,`\\\\$1`):d.replace(/([*_`~\\\\])/g,`\\\\$1`)",
    to: "d=globalThis.schaukasten.typed(d,e)",
  },
  {
    why: "Signs of a format between a comma and a letter would be seen as signs,",
    from: "let e=d.match(/^(\\s*)(.*?)(\\s*)$/s)||[``,``,d,``];s=e[1],c=e[2],l=e[3],",
    to: "[s,c,l]=globalThis.schaukasten.parted(d,e);",
  },
  {
    why: "as they would be within a word, around what is italic,",
    from: "function GD(e,t){return Z(e)&&e.hasFormat(t)}",
    to: "function GD(e,t){return Z(e)&&e.hasFormat(t)&&!(t===`italic`&&globalThis.schaukasten.isPartOfWord(e))}",
  },
  {
    why: "which stays so.",
    from: "value:pue(rO(n).replace(/\\\\([_\\\\])/g,`$1`)",
    to: "value:pue(rO(n)",
  },
  {
    why: "Lexical takes one escape away, and not another one from what is left of a text it has split.",
    from: "XD(r.transformedNode,t,n)}let a=ZE(e.getTextContent());e.setTextContent(a)}",
    to: "XD(r.transformedNode,t,n)}else{let a=ZE(e.getTextContent());e.setTextContent(a)}}",
  },
  {
    why: "A new line within a paragraph is one on the page, too: what makes it stands before it,",
    from: "/^(\\\\| {2,})$/.test(e)?e:``",
    to: "/^(\\\\| {2,}|)$/.test(e)?e:`\\\\`",
  },
  {
    why: "but in a file that was wrapped at the end of a line nothing does.",
    from: "return n!==null&&Om(t,mD,n),t}",
    to: "return Om(t,mD,n??``),t}",
  },
  {
    why: "At the end of a paragraph, and in a heading, it would be seen as a sign.",
    from: "return Dm(e,mD)+`\n`}",
    to: "return globalThis.schaukasten.lineBreak(e,Dm(e,mD))}",
  },
  {
    why: "What is underlined or set higher would not be so on the page.",
    from: "return l(UE(s)),l(Pce(s))",
    to: "return l(s.registerNodeTransform(J_,globalThis.schaukasten.keepFormats)),l(UE(s)),l(Pce(s))",
  },
  {
    why: "Who presses Enter twice has a paragraph with nothing in it, which no file needs;",
    from: "let o=[],s=(e||Kb()).getChildren();for(",
    to: "let o=[],s=(e||Kb()).getChildren().filter(globalThis.schaukasten.isSaying);for(",
  },
  {
    why: "and at the end of a list there is often one point more than is said.",
    from: "TD=(e,t,n,r)=>{let i=[],a=e.getChildren(),",
    to: "TD=(e,t,n,r)=>{let i=[],a=e.getChildren().filter(globalThis.schaukasten.isSaying),",
  },
  {
    why: "As for our own reader, stars in Freund*innen and in addresses are no emphasis.",
    from: "function qD(e,t,n,r,i){if(!JD(t,n,r,i))return!1;",
    to: "function qD(e,t,n,r,i){if(globalThis.schaukasten.isOfItsWord(t,n,r)||!JD(t,n,r,i))return!1;",
  },
  {
    why: "While one types, stars and numbers stay what they are.",
    from: "n&&l(Hle(s,o))",
    to: "n&&l(Hle(s,globalThis.schaukasten.shortcuts(o)))",
  },
  {
    why: "A link made where nothing is selected is around its own words, not around all before it.",
    from: "ey([rv(R(u))])),Jb(t),e(void 0)",
    to: "Jb(t),t.insertText(R(u)),t.anchor.set(t.anchor.key,t.anchor.offset-R(u).length,`text`)),Jb(t),e(void 0)",
  },
  {
    why: "Who goes on writing behind such a link writes behind it, and not over it.",
    from: "i.editor.dispatchCommand(vT,R(l))}else",
    to: "i.editor.dispatchCommand(vT,R(l)),R(c)||i.editor.update(()=>{let e=Gv();Q(e)&&e.anchor.set(e.focus.key,e.focus.offset,e.focus.type)})}else",
  },
  {
    why: "With a text go the pictures of a folder that it has for itself, not those of its neighbours.",
    from: "let{locales:i}=e,a=kF(t);if(!a)return[];let o=QP(a,e),s=Ek(",
    to: "let{locales:i}=e,a=kF(t);if(!a||r&&!Object.values(i).every(e=>globalThis.schaukasten.hasFolder(e.path)))return[];let o=QP(a,e),s=Ek(",
  },
  {
    why: "What was begun is offered again, though there is a topic or a room more by now.",
    from: "return n?n.cmsConfigVersion===PW.current?n:(await f4(e,t),null):null}",
    to: "return n??null}",
  },
  {
    why: "Telephones call every picture `image.jpg`: the second of one save needs another name, too.",
    from: "b=aR(e.name,r?{}:{assetNamesInSameFolder:g});",
    to: "b=aR(e.name,r?{}:{assetNamesInSameFolder:[...g,...f.filter(e=>Hk(e.path).dirname===(_||void 0)).map(e=>e.name)]});",
  },
  {
    why: "Paragraphs in a quotation that was pasted stay paragraphs, and words stay apart.",
    from: "$(e)?o.push(HD(e,t,n,r,i,a)):Ry(e)&&o.push(e.getTextContent())",
    to: "$(e)?o.push((o.length&&!e.isInline()?e.getParent().getType()===`quote`?`\n\n`:`\n`:``)+HD(e,t,n,r,i,a)):Ry(e)&&o.push(e.getTextContent())",
  },
  {
    why: "What is there is not there to be added; whoever takes the tick away deletes it.",
    from: "let n=k(()=>Y(`add_x`,{values:{name:t.fieldLabel||R(u)}}));Bu(e,",
    to: "let n=k(()=>R(w)?t.fieldLabel||R(u):Y(`add_x`,{values:{name:t.fieldLabel||R(u)}}));Bu(e,",
  },
  {
    why: "Whoever types while it is saved has to see that it is no place to type,",
    from: "if(R(T)&&n){j(_,!0);try{let r=await hze(",
    to: "if(R(T)&&n){j(_,!0);globalThis.schaukasten.saving(!0);try{let r=await hze(",
  },
  {
    why: "until it is one again.",
    from: "(j(h,!0),j(g,``),console.error(t))}finally{j(_,!1)}}};",
    to: "(j(h,!0),j(g,``),console.error(t))}finally{j(_,!1);globalThis.schaukasten.saving(!1)}}};",
  },
  {
    why: "That a text stays Markdown is no error.",
    from: "set show(e){C.showConverterError=e},children:(e,t)=>{Yl(e,{status:`error`",
    to: "set show(e){C.showConverterError=e},children:(e,t)=>{Yl(e,{status:`info`",
  },
  {
    why: "A proposal is made of what the others have done by now: main and all proposals are read anew.",
    from: "if(t&&!n)throw Error(`save_conflict`,{cause:t})}r&&i._type",
    to: "if(t&&!n)throw Error(`save_conflict`,{cause:t})}else{await SZ();let e=IZ.current,{entries:t,assets:n}=await uSe(await iX.current.workflow.fetchPullRequests());IZ.current=t.map(t=>({...t,id:e.find(e=>e.slug===t.slug&&e.workflow.pullRequest.branch===t.workflow.pullRequest.branch)?.id??t.id})),dQ(n)}r&&i._type",
  },
  {
    why: "At GitHub its branch must then be as it was read,",
    from: "let o=a?void 0:await fbe(n),s=await rY(",
    to: "let o=a?a.headSHA:await fbe(n),s=await rY(",
  },
  {
    why: "a new branch begins at the version of main that was read,",
    from: "let o=a.ref.target.oid;try{",
    to: "let o=LJ.current||a.ref.target.oid;try{",
  },
  {
    why: "and who comes too late is told so in the language of the editor.",
    from: "let t=s?void 0:await tY().catch",
    to: "let t=await tY(s?n:void 0).catch",
  },
  {
    why: "At GitLab the same goes for each file that is changed, and for a new branch.",
    from: "actions:r},{startBranch:o}=t,{id:s,committed_date:c}=await tJ(i,{method:`POST`,body:o?{...a,start_branch:o}:a})",
    to: "actions:r},{startBranch:o,headOid:u}=t;u&&await Promise.all(r.filter(e=>e.action!==`create`).map(async e=>{({last_commit_id:e.last_commit_id}=await tJ(`/projects/${LY()}/repository/files/${encodeURIComponent(e.previous_path??e.file_path)}?ref=${u}`))}));let{id:s,committed_date:c}=await tJ(i,{method:`POST`,body:o?{...a,...LJ.current?{start_sha:LJ.current}:{start_branch:o}}:a})",
  },
  {
    why: "As above: this is its answer to who comes too late.",
    from: "commit:a?await BY(e,{...t,branch:n}):",
    to: "commit:a?await BY(e,{...t,branch:n,headOid:a.headSHA}).catch(e=>{throw/^The file has changed since|^A file with this name/.test(e.cause?.message)?Error(``,{cause:Error(Y(`save_conflict.branch_moved`))}):e}):",
  },
  {
    why: "A project's token belongs to a bot, which may not read the list in which it is looked for.",
    from: "ybe=async()=>{let{repo:e}=IY,",
    to: "ybe=async()=>{if(Zq.account.bot)return;let{repo:e}=IY,",
  },
];

/** Return the source with all patches; throw where one does not fit. */
export function patched(source) {
  for (const { why, from, to } of PATCHES) {
    const found = source.split(from).length - 1;
    if (found !== 1) throw new Error(`This patch fits ${found} times: ${why}`);
    source = source.replace(from, () => to);
  }
  return source;
}
