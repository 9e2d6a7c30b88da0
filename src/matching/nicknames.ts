/**
 * Which forenames stand for one another in everyday use: Bill for William, Peggy for Margaret. A table of facts, kept by hand,
 * British and Irish first. Not spelling variants that differ by a letter (the typo level has those), and not a
 * translation of names between languages except where people use both.
 */

/** Groups with a comma between, the formal name first in each. All of a group stand for one another; a short form may be in several groups. */
const groups: readonly string[] = `
  abigail abi abby gail abs, adelaide addie ada della heidi, agnes aggie nessie senga, alan al allan allen alun,
  albert bert bertie al albie, alexander alex alec alasdair alistair sandy xander sasha lex al,
  alexandra alex sandra sandie lexi alexa sasha lexie, alfred alf alfie fred freddie, alice ali ally elsie,
  alison ali ally allie, amanda mandy mand manda, amelia amy millie milly mills, andrew andy drew dru andie, angela angie ange,
  anne ann anna annie nan nancy anya nanette, annabel annabelle bella belle anna, anthony tony ant antony tone,
  antonia toni tonia, archibald archie baldie, arthur art artie, augustus gus augustine august, barbara babs barb barbie bab,
  barnaby barney barnabas, barry baz bazza barrie, bartholomew bart, beatrice bea trixie bee beatrix, belinda bel linda lindy,
  benjamin ben benny benji benjy, bernadette bernie detta, bernard bernie barney, bertram bert bertie, bradley brad, brenda bren,
  brendan bren, brian bri bryan, bridget bridie biddy bridgie breda brid, cameron cam, carol carole caz carrie,
  caroline carolyn carrie caro lina caz carol, cassandra cass cassie sandra,
  catherine cath cathy kate katie kathy kat kit kitty cat katy caitlin cathryn kay, cecilia celia cissie cis sissy,
  cecily cis cissy, charles charlie chas chuck chaz charley, charlotte charlie lottie lotte char charley lotty,
  christina chris tina chrissie christy, christine chris chrissie tina christy, christopher chris kit topher christy kris,
  clarence clarrie, clifford cliff, clive cliff, constance connie, cornelius con connie neil, cynthia cindy cyn,
  daniel dan danny dannie, danielle dani danni ella, darren daz dazza, david dave davy davie dai dewi,
  deborah deb debbie debs debra debby, denis den denny dennis, denise den neesie, derek del derrick, desmond des desi,
  diana di diane dianne dinah, dolores lola lolly dolly, dominic dom nick nic, donald don donnie,
  dorothy dot dotty dottie dolly dora thea dorothea dodie, douglas doug dougie dougal, duncan dunc, edith edie ede,
  edmund ed eddie ted ned teddy, edward ed eddie ted teddy ned eddy, edwin ed eddie ned win, eileen aileen eily,
  elaine lainey laine, eleanor ellie nell nellie nora elle ella lenore elinor eleanora,
  elizabeth liz lizzie beth betty bess bessie betsy eliza elsie lisa libby liza lizzy lilibet elspeth ellie,
  ellen nell nellie ellie elle helen, emily em emmy millie milly emmie, emma em emmy ems, eric rick ric ricky, ernest ernie ern,
  esther essie hester hetty ettie, ethel etta, eugene gene, eugenie genie, evelyn evie eve lyn, felicity fliss flick flic flis,
  fiona fi fee, florence flo florrie flossie flora, frances fran frannie fanny francie franny cissie, francis frank fran frankie,
  franklin frank, frederick fred freddie freddy fredrick eric, gabriel gabe gabby, gabrielle gabby gaby gabs elle,
  gareth gary gaz garth, gary gaz gazza garry gal, gavin gav, genevieve gen jenny ginny, geoffrey geoff jeff jeffrey,
  george georgie geordie, georgina georgie gina georgia george, gerald gerry jerry ger, geraldine gerry geri ger,
  gerard gerry ged ger jerry, gertrude gertie trudy gert, gilbert gil bert, gillian gill jill gilly jilly gillie, glenda glen,
  graham gray graeme grahame, gregory greg gregor, guinevere gwen ginny, gwendolen gwen wendy gwenda gwendoline gwendolyn,
  hannah han nan hanna, harold harry hal, harriet harry hattie hatty hetty harrie etta, helen nell nellie nel lena helena nelly,
  henrietta hetty etta harriet henri hettie, henry harry hal hank hen, herbert herb bert herbie bertie, hilary hil hils,
  horace horry, howard howie, hubert hugh bert huey, hugh hughie huw shug hughey huey, ian iain eoin, imogen immy immie,
  irene rene renie reenie, isaac ike zac isa, isabel isobel bel bella izzy belle isabella isabelle issy ishbel tibbie isla,
  isidore izzy, jacob jake jack jakey, jacqueline jackie jacqui jacky jac jaqui, james jim jimmy jamie jem jimmie hamish seamus,
  jane janey janie jenny jan sinead sian, janet jan jenny nettie jannie, janice jan, jasmine jas jaz jazz yasmin, jason jay jase,
  jean jeanie jeannie, jeanette jean nettie jeannette netta, jeffrey jeff geoff, jemima jem mima mimi,
  jennifer jen jenny jenni jenn jennie, jeremiah jerry jem, jeremy jerry jez jem jezza, jessica jess jessie,
  joan joanie jo joanna, joanna jo joanne joey anna joan jojo, jocelyn joss jos, john jack johnny jon johnnie jock,
  jonathan jon jonny johnny nathan jonty john, jordan jordy jord, joseph joe joey jo jos, josephine jo josie jose fifi,
  joshua josh joss, joyce joy, judith judy jude judi, julia jules julie, julian jules jools, julie jules ju julia,
  juliet jules julie juliette, karen kaz, katherine kate katie kathy kath kat kit kitty katy kay catherine kathryn katharine,
  kathleen kath kathy kay kate katie, kenneth ken kenny, kevin kev, kimberley kim kimmy kimberly, kirsten kirsty kirstie,
  laura laurie lolly lauren lori, laurence larry laurie lawrence loz lol lawrie, lauren laurie loz, leonard len lenny leo leon,
  leonora nora leo, leslie les, lesley les, leticia letty tish, lewis lew louis louie, lilian lily lil lilly lillian,
  linda lyn lindy lynda, lindsay lyn lindsey linz, louis lou louie lewis, louise lou lulu louisa, lucy lou luce lulu lucinda,
  lucinda lucy cindy, lydia liddy lyddie, lynne lyn lynn lynette lin, madeleine maddy maddie mads madeline madge,
  magdalene maggie lena magda madge, malcolm mal malc, marcus marc mark,
  margaret maggie meg peggy peg madge marge margie greta daisy rita maisie mags mairead megan margo pegeen mog,
  margery marge margie madge marjorie, maria mia ria mary marie, marian mary marion, marilyn mari lyn, mark marky marc,
  martha marty mattie patty, martin mart marty martyn, mary molly polly may mamie maria marie moira maire mae minnie poll,
  matilda tilly mattie maud tilda til tillie, matthew matt matty mat mattie, maurice mo morris moss maury, maureen mo reenie,
  maximilian max, maxwell max, maxine max, melanie mel, melissa mel missy lissa, mercedes mercy sadie,
  michael mike mick mickey mikey micky mitch mal mihal, michelle shell chelle shelly mich, mildred millie milly,
  millicent millie milly, miranda mandy randa mira, miriam mim mimi mirry,
  mohammed mo mohamed muhammad mohammad mohd md mohamad muhammed mohamud mahomed, monica mon mo, montague monty,
  montgomery monty, muriel mu, nancy nan anne ann nance, natalie nat natty nats natalia, natasha tash tasha nat,
  nathan nat nate nath, nathaniel nat nate nathan, neil neal niall, nicholas nick nicky nico nic nicolas claus nik,
  nicola nicky nikki nic nicki nicolette nick, nigel nige, noel nollie, norman norm, oliver ollie olly nol noll,
  olivia liv livvy ollie livy libby, oscar ozzy, oswald oz ozzie, owen owain, pamela pam pammy,
  patricia pat patsy trish tricia patty paddy trisha patti, patrick pat paddy padraig rick pad, paul paulie pol,
  paula pauly polly, pauline paula polly, penelope penny pen nell, percival percy val, peter pete petey,
  philip phil pip phillip flip, philippa pippa pip pippy phil, phoebe phebe fifi, phyllis phyl phyll,
  priscilla cilla prissy scilla, prudence pru prue, rachel rach rae rache shelley, ralph rafe, raymond ray,
  rebecca becky becca bex becks beck, reginald reg reggie rex, reuben rube ben, rhiannon rhi annie,
  richard rick dick ricky richie rich dickie ric ritchie dicky, robert bob rob bobby robbie bert robin bobbie rab rabbie roberto,
  roberta bobbie robbie berta, roderick rod roddy rory eric, rodney rod roddy, roger rodge hodge, roland rollo rolly roly,
  ronald ron ronnie, rosalind ros roz rosie rose, rosamund ros rose roz, rose rosie rosa,
  rosemary rosie rose ros romy mary rosemarie, rupert rupe, russell russ rusty, ruth ruthie, sally sal sarah,
  samantha sam sammy sammie, samuel sam sammy, sandra sandy sandie, sarah sally sal sadie sara sazza, scott scotty,
  sebastian seb bas baz bastian, sean shaun shawn, sharon shaz shazza, shirley shirl, sidney sid sydney, simon si sim simmy,
  sophia sophie sophy sofia, stanley stan, stella essie, stephanie steph stevie stef steffi,
  stephen steve steven stevie ste stevo, stuart stu stewart stew, susan sue susie suzy susannah sukie suzie,
  susannah susan sue susie suzanna anna zanna, suzanne sue suzy suzie, sylvia syl silvia sylvie, terence terry tel terrance tez,
  theodore theo ted teddy, theresa terry tess tessa teresa tracy resa, thomas tom tommy thom tam tomos, timothy tim timmy,
  tobias toby tobe, trevor trev, tristan tris, ursula ursie, valerie val, vanessa nessa ness van, vera vee, verity vee,
  veronica ronnie vee nica ron, victor vic vick, victoria vicky vicki tori vic vikki toria vickie, vincent vince vinny vin,
  violet vi, virginia ginny gina ginger, vivian viv vivien vivienne, walter wally wat walt, wilfred wilf fred will wilfrid,
  wilhelmina minnie billie willa mina, william bill will billy willie liam wills willy gwilym, winifred win winnie freda,
  winston win, yvonne eve vonnie, zachary zac zack zak zachariah, zoe zo, abdul abdullah abdulla, agnieszka aga agnes,
  aleksandra ola alexandra, aleksander olek alexander, andrzej andrew jedrek, barbara basia, elzbieta ela elizabeth, ewa eve,
  grzegorz greg gregory grzesiek, ibrahim ibby abraham, jakub kuba jacob, jan john janek, jozef joseph joe,
  katarzyna kasia catherine kate kath, krzysztof chris christopher krzys, magdalena magda lena, malgorzata gosia margaret,
  mehmet memo, michal michael mike, mustafa mus, oluwaseun seun, oluwatobi tobi, oluwafemi femi, pawel paul, piotr peter piotrek,
  roberto bob beto, stanislaw stan stas, tomasz tom tomek thomas, wojciech wojtek, yusuf joseph yousef yusef youssef,
  zuzanna zuzia susan, alejandro alex, antonio tony toni, francisco paco frank fran pancho, giovanni gianni john,
  giuseppe joe beppe pino, guadalupe lupe, ignacio nacho, isabella bella isa, jesus chucho, jose pepe joe, mohinder mo,
  rajesh raj, rajendra raj, sandeep sandy, dimitrios jimmy dimitri dimitris, konstantinos kostas costas gus dinos,
  panagiotis panos, vasilios bill vasilis, yekaterina katya catherine, dmitry dima, mikhail misha michael, aleksei alyosha alex,
  oksana oxana xenia, olena elena helen, nataliia natalia nataliya natalie, yuliia julia yulia juliya, iryna irina irena irene,
  tetiana tatiana tatyana tanya, kateryna katerina catherine katya, anastasiia anastasia nastya, oleksandr alexander aleksandr sasha,
  serhii sergei sergiy sergey, volodymyr vladimir vova, andrii andrei andriy andrew, mykola nikolai nicholas, yurii yuri yuriy george,
  dmytro dmitri dmitry dima, yevhen evgeny eugene, gheorghe george, stefan stephen steven, mihai michael, ioan ion john, andreea andrea,
  georgios george giorgos yorgos, ioannis john yannis yiannis, nikolaos nicholas nikos, eleni helen elena, aikaterini katerina catherine,
  fatima fatema fatimah fatma, ayesha aisha aysha aicha, maryam mariam miriam meryem, zainab zaynab zeinab zeynep, layla leila laila,
  ahmed ahmad ahmet, hussain hussein husain hossain hossein huseyin, omar umar omer, usman uthman osman, khalid khaled, tariq tarek,
  hassan hasan, abdullahi abdi, abdirahman abdi, nour noor nur, mahmoud mahmood mahmud mehmood, walid waleed, jaswinder jas jasvinder,
  balwinder balvinder, sukhwinder sukhvinder, kulwinder kulvinder, lakshmi laxmi, siva shiva, krishnan krishna, babatunde tunde,
  chukwuemeka emeka, okechukwu okey, temitope tope, funmilayo funmi, adebayo bayo, olumide mide, kwabena kobby, kwame kwamena,
  juan john, carlos charles, maria mary mariana, luis louis, miguel michael, jorge george, pedro peter, jesus chuy, jean john, pierre peter
`
  .trim()
  .split(/,\s+/u);

const membership = new Map<string, readonly number[]>();
for (const [index, group] of groups.entries()) {
  for (const name of new Set(group.split(' '))) membership.set(name, [...(membership.get(name) ?? []), index]);
}

/** Whether one folded forename may stand for another; equal names always may. */
export function isNickname(left: string, right: string): boolean {
  if (left === right) return true;
  const ours = membership.get(left);
  const theirs = ours && membership.get(right);
  return theirs !== undefined && ours !== undefined && ours.some((group) => theirs.includes(group));
}

/** Whether the table has short or other forms of a folded forename. */
export function hasNicknames(name: string): boolean {
  return membership.has(name);
}

/** The forenames that may stand for a folded one, itself left out, in the table's order. */
export function nicknamesOf(name: string): readonly string[] {
  const found = new Set((membership.get(name) ?? []).flatMap((group) => (groups[group] ?? '').split(' ')));
  found.delete(name);
  return [...found];
}

/** How many groups there are. */
export const nicknameGroups = groups.length;

/** The formal name that most short forms of a folded one lead to: the first of its first group; itself where the table has none. */
export function nicknameRootOf(name: string): string {
  const [group] = membership.get(name) ?? [];
  return group === undefined ? name : (groups[group]?.split(' ', 1)[0] ?? name);
}
