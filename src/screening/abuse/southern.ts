import type { Lexicon } from './lexicon.ts';

export const italian: Lexicon = {
  language: 'it',
  address: 'tu ti te sei tuo tua tuoi tue voi vi siete vostra vostro lei',
  threat: `
    (ti|vi) ~ (ammazzo|ammazzero|uccido|uccidero|sgozzo|sparo|sparero|stupro|squarto|accoltello|faccio_fuori|spacco_la_faccia|vengo_a_cercare|vengo_a_prendere)
    (dovete|devi|dovresti|dovreste|meriti|meritate|meritereste) (di)? ~ (morire|crepare|la_morte|essere_ammazzato|essere_ammazzati|essere_fucilato|essere_fucilati|essere_impiccato|essere_impiccati|bruciare_vivo|una_pallottola)
    (bisognerebbe|bisogna|si_dovrebbe|dobbiamo) ~ (ammazzarvi|ammazzarti|fucilarli|fucilarvi|impiccarli|impiccarvi|ucciderli_tutti|ammazzarli_tutti|bruciarli|gasarli|sterminarli|linciarli)
    (spero|speriamo) (che)? (tu|voi)? (muoia|muoiate|crepi|crepiate|tu_muoia|ti_venga_un|vi_venga_un), (muori|crepa|ammazzati|impiccati|sparati|suicidati) (male|bastardo|stronzo|merda|cane|pezzo|infame|schifoso|porco|verme)
    (un|una) (pallottola|proiettile|colpo) in (testa|fronte), al muro tutti, morte (ai|agli) (ebrei|negri|musulmani|zingari|froci|sbirri|comunisti|fascisti), so dove (abiti|vivi)
  `,
  slur: `
    figli(o|a|i) di (puttana|troia|cagna|zoccola|buona_donna_di), frocio, froci, finocchi di merda, ricchion(e|i), negr(o|i|a) di merda, (sporc|lurid)(o|i|a) (negro|negri|ebreo|ebrei|zingaro|zingari|arabo|arabi|terrone|terroni|frocio|froci|immigrato|immigrati|musulmano|musulmani)
    terron(e|i) di merda, (zingar|ebre|marocchin|albanes|rumen|arab|musulman|napoletan)(o|i|e) di merda, negr(acci|accio), vaffanculo ~, vai a fare in culo, andate a fare in culo, fanculo (a)? (te|tu|voi|stronzo), succhiami ~, pezzi? di merda
    chiudi (quella|la) (bocca|fogna), mongoloid(e|i) di merda, bocchinar(a|o), pompinar(a|e), brutt(o|a|i) (frocio|negro|troia|puttana|stronzo|bastardo|merda), sottouomini, mangiamerda, checca isterica, checche
  `,
  profanity: `
    stronz(o|i|a|e|ata), coglion(e|i|a), bastard(o|i|a|e), puttan(a|e), puttanier(e|i), zoccol(a|e) ~, (una|sei|grandissima|brutta|lurida) troia, cazzo, cazzone, cazzoni, minchia, minchion(e|i), merd(a|e|oso|osi|osa), culattone
    test(a|e) di (cazzo|minchia), rompicoglioni, leccaculo, cagn(a|e) schifosa, fottut(o|a|i|e), fottiti, fottetevi, sborra, infam(e|i), porco (dio|cane), puttanata, incul(are|ato|ati|arti|atevi), rotto in culo
  `,
  insult: `
    idiot(a|i|e), imbecill(e|i), cretin(o|i|a|e), deficient(e|i), scem(o|i|a|e), ritardat(o|i|a), demente, mongoloid(e|i), buffon(e|i), pagliacc(io|i), (sei|siete) ~ ~ (verme|vermi|capra|capre|maiale|maiali|parassita|parassiti), feccia, schifos(o|i|a|e), zecc(a|he), pecoron(e|i)
    pirla, babbe(o|i), bugiard(o|i|a), porc(o|i) schifos(o|i), fallit(o|i|a), sciacqu(ati|atevi) la bocca, handicappat(o|i|a)
  `,
  harmless: 'che cazzo, del cazzo, guerra di troia, cavallo di troia, citta di troia',
};

export const portuguese: Lexicon = {
  language: 'pt',
  address: 'voce voces vc vcs tu te ti teu tua seu sua seus suas es',
  threat: `
    (vou|vamos|irei) (te|lhe|vos) ~ (matar|estuprar|esfaquear|quebrar|arrebentar|enforcar|degolar|encher_de_tiro|encher_de_bala|achar|cortar|queimar), (vou|vamos) (matar|estuprar|esfaquear|degolar) (voce|vc|voces|vcs|sua_familia|tua_familia|te)
    te mato, vou-te matar, (voce|vc|voces|vcs) (merece|merecem|deveria|deveriam|devia|deviam|tem_que|tem_mais_que|precisa|precisam) (de)? ~ (morrer|a_morte|um_tiro|uma_bala|ser_morto|ser_mortos|ser_fuzilado|ser_fuzilados|ser_enforcado|ser_enforcados|ser_estuprada)
    (tinha|tinham|tem|deviam) (que|de) (matar|fuzilar|enforcar|metralhar|queimar) ~ (todos|tudo|todo_mundo|essa_gente|esses|essa_corja)
    (tomara|espero|oxala) (que)? (voce|vc|voces|vcs|tu|te) ~ (morra|morram|morras|sofra|matem|estuprem|pegue_cancer), (se_mata|mata_te|suicide_se|se_enforca|vai_morrer|morre) (desgracado|desgraca|lixo|verme|puta|filho|diabo|seu|sua|vagabundo|vagabunda)
    (um|uma) (tiro|bala) na (cabeca|cara|testa|nuca|tua|sua), morte aos (judeus|negros|gays|viados|comunistas|petistas), sei onde (voce|vc|tu) (mora|moras), paredao neles
  `,
  slur: `
    filh(o|a|os|as) da (puta|mae_da_puta), filho duma puta, pqp vai, vai (tomar|toma|levar) (no|na) (cu|cu|rabo|olho), vtnc, vai se (foder|fuder|ferrar_seu), vai te foder, foda-se (voce|seu|sua), fodam-se, vao se (foder|fuder), viad(o|os|inho|inhos|agem), bichona(|s), traveco(|s), sapatao nojenta, crioul(o|os|a) (fedido|fedida|imundo|safado|de_merda), macac(o|os|a) (preto|preta|fedido|imundo|nojento|safado|de_merda), pret(o|os|a|as) (fedido|fedida|imundo|imunda|safado|nojento|de_merda|fedorento)
    (judeu|judeus|negro|negros|nordestino|nordestinos|baiano|cigano|ciganos|brasuca|brasucas|zuca|zucas|preto|pretos|indio|indios|gay|gays|chines) de merda, (chupa|chupe|mama) (meu|minha|aqui|a_minha) ~, puta que (te|o|os|vos) pariu, (sua|seu|essa|tua) (puta|vadia|vagabunda|piranha|cadela|quenga|rapariga|arrombada|arrombado|putinha|corno), pau no (teu|seu) cu, cala (a)? (boca|a_boca), retardado mental, (lixo|escoria) humano, escoria humana, panel(eiro|eiros) de merda
  `,
  profanity: `
    put(a|as|aria), caralho(|s), porra, buceta(|s), boceta(|s), arrombad(o|os|a|as), cuz(ao|oes|inho), foder, fodid(o|os|a|as), fuder, fudid(o|os|a|as), merd(a|as|inha), bost(a|as), vadia(|s), vagabund(o|os|a|as), piranha(|s), corn(o|os|udo) manso, punhet(a|eiro|eiros), cabrao, cabroes, desgracad(o|os|a|as), babaca(|s), cagao, otari(o|os|a|as), escrot(o|os|a|as), puto(|s) de merda, canalha(|s)
  `,
  insult: `
    idiota(|s), imbecil, imbecis, retardad(o|os|a|as), jument(o|os|a), debil mental, (seu|sua) (verme|parasita|burro|burra), nojent(o|os|a|as), escoria, estupid(o|os|a|as), cretin(o|os|a|as), palhac(o|os|a), analfabet(o|os|a), mentiros(o|a|os), ladrao, ladroes, safad(o|os|a|as), jegue, asno(|s), trouxa(|s), doente mental
  `,
  harmless: 'pra caralho, do caralho, puta (sorte|sacanagem|merda)',
};

export const turkish: Lexicon = {
  language: 'tr',
  address: 'sen sana seni senin sende sensin siz size sizi sizin ulan lan',
  threat: `
    (seni|sizi|hepinizi|aileni) ~ (oldurecegim|oldurecem|oldururum|geberticem|gebertecegim|gebertirim|vuracagim|vururum|keserim|kesecegim|bulacagim_ve|asacagim|yakacagim|bicaklarim|doverim|parcalarim)
    (seni|sizi|sizleri|bunlari|bunlarin_hepsini|hepsini) ~ (asmak|kursuna_dizmek|vurmak|oldurmek|yakmak|kesmek) (lazim|gerek|gerekir), (geber|gebersin|gebersinler|gebertin) ~ (lan|ulan|it|kopek|serefsiz|pic|hepsi|insallah)
    (insallah|umarim) ~ (olursun|geberirsin|gebersin|gebersiniz|olursunuz|kanser_olursun|kanser_olursunuz), kafana (sikacagim|sikarim), (nerede|nerde) (oturdugunu|yasadigini) biliyor(um|uz), kendini (oldur|as), idam edin hepsini
  `,
  slur: `
    orospu(|lar|nun|sun|cocugu|cocuklari|evladi) ~ (cocugu|cocuklari|evladi|cocugusun)?, oruspu, orospucocugu, (got|pic) (veren|verenler|kurusu|kurulari), ibne(|ler|sin|siniz|lik), amina (koyayim|koyim|koydugum|koyarim|koyduk|koydugumun|kodumun), aminakoyim, (anani|ananizi|avradini|bacini|gecmisini|sulaleni) ~ (sikeyim|sikerim|sikim|siktigim)
    (siktir|siktirin|siktirgit) ~, kapa ceneni, kes sesini, sikeyim, sikerim, sikeyim, sikik, siktigim(|in), siktiginin, yarrag(im|imi), yarrak(|lar), (ermeni|yahudi|kurt|arap|suriyeli|rum) (dolu|pici|picleri|tohumu|kopekleri|kopegi|itleri|dolleri), gavat(|lar), pezevenk(|ler), kahpe(|ler|nin), gotos(|lar), dol israfi
  `,
  profanity: `
    serefsiz(|ler|sin|siniz|lik), haysiyetsiz(|ler), namussuz(|lar), yavsak(|lar), kaltak(|lar), surtuk(|ler), pust(|lar), pust(|lar), it (oglu|ogluit|kopek|suruleri|surusu), kopek(ler)? suru(su|leri), pislik(|ler) herif, denyo, dangalak, amcik(|lar), dalyarak, godos, sicayim, sicayim, sictigimin, ipne, kevase, fahise(|ler), amk, amq
  `,
  insult: `
    gerizekali(|lar|sin), geri zekali(|lar|sin), salak(|lar|sin|siniz), aptal(|lar|sin|siniz), embesil(|ler), mal(sin|siniz), ahmak(|lar), beyinsiz(|ler), hayvan(|sin|lar) herif, okuz, hain(|ler), asagilik(|lar), yalanci(|sin), soysuz(|lar), kansiz(|lar)
  `,
  harmless: '',
};
