package ask

// paraphrases are the longer and rarer ways to say what wants and deeds hold,
// as people write who do not know the words of the process.
var paraphrases = []phrase{
	{
		who,
		"where do|where does|where to|where should|where can|whoo|wo|whois|wholl|whod|whove|is there anyone|is there somebody|is anyone|is anybody|whose job|whose task|whose duty|" +
			"whose responsibility|which colleague|right contact|whom should i|whom can i|who would|who could|" +
			"responsible person|responsible party|the one who|name the person|name of the person|which of us",
		"都有谁|有谁|是哪位|是哪个|是哪个人|是哪一位|哪一位|有没有人|现在有人吗|是否有人|谁去|该由谁|靠谁|找哪个|" +
			"找哪位|打给谁|联系谁|交给谁|报给谁|发给谁|谁在|归哪个|由哪个|由哪位|谁家|谁能|谁可以|谁有权|得谁|要谁|" +
			"让谁|对谁的要求|对谁|轮到谁|哪一个人|负责的人|负责人员",
	},
	{other, "reset|how do i reset|write me|make me|send me|book me|order me|draw me|translate|remind me to|do my", "怎么办|怎么弄|怎么重置|如何重置|帮我写|帮我做|帮我订|帮我请|帮忙写|替我写|给我写|帮我改|翻译"},
	{what, "which of the roles|what kind of role", "哪些角色|什么样的角色"},
	{handle, "heading up|wears the hat|point person|answerable", "在跟|谁在跟|盯着|在管|把关|掌管|主持工作|扛|背|搞定的人|打理|照管|照看|包"},
	{"holder", "in the role|in the position|currently serving|sits in|fills the role|position", "位置|职务|当选|现任|坐这个位置"},
	{duty, "wear which hat|what hat|hold which role|which role does|what role does|which roles does|what roles does|" +
		"in charge of what", "哪块|哪些方面|管哪块|负责哪块|负责哪一块|管哪一块|什么角色|是什么角色|哪个部分|都管些什么|都负责什么|分管什么|承担什么"},
	{here, "over here|in here|around here|our service|for us|on this|about this|of this|this contract|this agreement|this channel", "这儿|那儿|我们这儿|咱们这儿|我们这边|本群|这个群|这个合同|这份合同|该合同"},
	{absent, "on maternity leave|off with|parental leave|who replaces|replaces|step in for|steps in for|takes over for|taking over for|" +
		"stand in|sub for|subbing|while hes out|while shes out|while theyre out|acting for|in place of|during absence|" +
		"as backup|absence cover|travelling|traveling|on a trip|not in|not around|not available|unavailable|off today|off sick", "的班|值班|不上班|没上班|没来|替他|替她|接他的|接她的|代他|代她|补位|休产假|休|" +
		"产假|陪产假|休息|出国|不在公司|不在岗|离岗|顶上|替手|代岗|补班|调休|年休|不在的时候|不在期间|休假期间|代|代一下"},
	{
		next, "reply|not react|not reacting|isnt reacting|doesnt react|silent|goes silent|comes after|who comes after|after that|then who|" +
			"who then|who do i try next|try next|next up|next person|next contact|after xu|ghosting|unresponsive|no reaction|" +
			"doesnt get back|not getting back|isnt picking up|doesnt help|one above|above him|above her|above them|higher up|" +
			"second contact|not answered|hasnt answered|hasnt replied|hasnt responded|cannot be reached|cant be reached|isnt available and who is next",
		"不 reply|没 reply|不reply|没人接|打不通|失联|没消息|没动静|已读不回|不搭理|不吭声|下个找谁|下一个找谁|之后找谁|再找谁|往上找谁|" +
			"上一层|上面是谁|再上一级|再上面|后面是谁|排在后面|排第二|顺位|下一顺位|递补|一直没回|一直不回|半天没回|没有应答|不在线|联络不上|没接|没接电话|没回音|没有回音",
	},
	{thank, "thanks a lot|thanks a bunch|many thanks|that helped|thats all|cheers mate|ta", "谢谢啦|多谢啦|谢过|先谢谢|先谢了|谢谢哈|谢谢哦|辛苦啦|帮大忙了"},
	{help, "what do you do here|how can i use you|what are you able to", "你都能干啥|你都会啥|你有啥用"},

	{
		"sign", "put signature|put their signature|puts their signature|ink|execute the contract|gives the signature|who signed|final signature|authorise the contract|conclude contract",
		"落笔|盖章|签名|落款|代表公司签|拍板签",
	},
	{"negotiate", "thrash out|work out terms|work out the terms|terms with|come to terms|deal with the supplier about|set the terms|closing deal|close the deal|price talk", "谈条件|谈条款|敲条款|讨价还价|商务谈判|达成协议|谈下来"},
	{"determine", "final say|has the final say|the last word|give the go ahead|sign off on|greenlight|green light|make the call|who rules|sets", "最后决定|最终决定|同意|点头同意|点头|说话算数|拿主意|批准|拍板决定|审定|敲定|核定|定夺"},
	{
		"build", "build up|building up|put in place|lay out|setting up|come up with|start up|draft the structure|establishing|initial|first version|lay the foundation|draws up|assembles|compiles|makes the list",
		"搭|搭起来|建起来|做出来|列出来|弄出来|从零|起草|设立|立起来|搭好|构造|构思|编出来|编的|编写|规划|拟定|筹建|列|整出来",
	},
	{
		"maintain", "kept|correct|corrects|fix entries|in shape|in good shape|keeps in order|up-to-date|keep track|keep alive|look after the list|correct entries|add new entries|remove old entries|housekeeping|clean up|in order|current|accurate|fitting|neat|tidy|reasonable|keeps current",
		"保持更新|更新维护|维护好|保持合理|保持合适|保持准确|常更新|日常更新|改动|调整维护|打理|合理|整洁|录到|上架|下架|补充进去|加进去|保持完整|准确",
	},
	{"record", "put into the system|type in|bookkeep|notes down|stored|keep hold of|retain|safekeep", "录|来记|记一下|记下来|记下|入库|入档|填|录进|存下来|做台账|收好|保留"},
	{"records", "record of|records of|in the register|register|folder|dossier|original|signed copy|the record|agreement record|signed version", "文本记录|归档的|原件保管|登记簿|档案室"},
	{"collect", "pick up|bring in|asks for|takes in|take in|pull together|consolidate|bundle|pool|aggregate|get hold of|solicit|catch", "收上来|归集|收拢|收一下|统一收|搜罗|接收|受理|听|倾听|摸底|汇集"},
	{"analyse", "make sense of|dig into|break down|digest|looks at|look at|go through|processes the|work through", "剖析|梳理分析|拆解|看数据|看看数据|盘一盘|复核|琢磨"},
	{
		"compare", "against|versus|vs|hold against|holds against|stack up|measure up|side by side|assess whether|judge whether|tell whether|see whether|check whether|gap between|set against|agreed vs|meets what|evaluate whether|whether we met|whether we keep|did we keep",
		"评判|评定|有没有做到|是否做到|做没做到|和约定比|跟约定比|是不是达到|是否达到|有没有达到|对得上|差距|评估是否|判定|对着看|够不够|对标|差多少|相比|放在一起看",
	},
	{"hold", "head|heads|headed|heading|in the lead|leads|lead|leading|take the lead|takes the lead|spearhead|set the date|sets the date|send the invite|sends the invite|put on|facilitate|get people into|schedules|books", "领头|牵头|主导|带头|领衔|带队|挑头|约|定时间|发会议通知|张罗|召集人|通知开会|拉会"},
	{"ensure", "have to see|ascertain|keep an eye on whether|watch that|takes care that|take care that|answer for the fact|put weight behind|sponsor|held accountable|responsible that|at the end of the day|keeps getting|hold accountable|keeps pushing|owns the fact", "负总责|兜底|总负责人|说到底|最终负责|来保证|保障好|操心|盯着落实|督促落实|督办|总抓|压阵|担总责"},
	{"carry", "put into action|puts into action|roll out|rolls out|make it happen|makes it happen|get it done|turn into practice|bring to life|works on the|doing the actual|do the actual|drive forward|puts into practice|realise|realize|act on", "落地执行|推进落实|干活|动手|去做|一步步做|付诸实施|实操|真正去做|实际推动|具体推进|具体落实|亲自做|跟进落实|落到实处|落实到位|变成现实"},
	{"monitor", "on a daily basis|daily basis|from day to day|keeps watch|watches how|oversees daily|day-to-day|supervises daily|checks that people follow", "每天盯|日常盯|天天盯|盯执行|跟踪执行|盯流程|日常监督|看着流程|日常管控"},
	{
		"merge", "additional|fold into|roll into one|put together into|bring in|new role|extra role|set up a new|another|abolished|make one out of|into a single|single|consolidated",
		"合成一个|并成|合到一起|加一个|添一个|多设|多加|去掉|砍掉|取消掉|并到|归并|变动|再加|新增加|裁撤|分成两个|加个|添个|撤掉|设个新|新角色",
	},
	{"role", "roles|role in|new role|extra role|position in the process|process roles|slm roles|role structure|role model", "流程角色|角色设置|哪些角色|角色的|新角色|岗位设置|角色划分"},
	{
		"align", "agree with each other|agree among|agree with one another|pull in the same direction|same direction|speak with one voice|one voice|at odds|different views|different wishes|find a compromise|compromise|unite|mediates|smooth out differences|bring everybody together|gets everyone to agree|get to agree|reach agreement between|consensus|common ground|shared understanding|line with each other|get aligned|in sync|sync up|referee|disagree|disagrees|to one table|at one table|one table|pull together|pulls together|pulling together",
		"拉齐|拉到一起|谈拢|想法不一样|意见不统一|意见不一致|说不到一块|达成共识|形成共识|共识|步调一致|劲往一处使|摆平各方|打圆场|撮合|拉通对齐|协调好|统一意见|统一思想|统一口径|扯皮|各说各话|各执一词|调停|平息争执|各有各的想法|拢到一起",
	},
	{
		"engage", "people on board|everyone on board|everybody on board|joins|participates|not participating|does not participate|dont participate|doesnt participate|wont participate|does not show up|attendance|buy in|chase people|get people moving|win over|pull everyone in|get on board|committed|commitment|everybody takes part|everyone takes part|join the process|refuse to take part|refuses to take part|reluctant|passive|drag their feet|doesnt take part|not taking part|activate|encourage|full participation|play along|plays along|joining in",
		"不参加|不参与|没参加|都来参加|都参与|不积极|不上心|不配合|不当回事|调动起来|发动|拉进来|劝|动员起来|号召|鼓励|全都参与|真正参与|推动参与|催大家|带动|都投入|全力配合|消极|拖拉|不肯参加|不愿参加|不愿意参与|请不动",
	},
	{"resource", "free up people|free people|free up|more people|spare people|extra people|extra hands|additional people|short of people|lack of people|not enough people|people short|understaffed|capacity|more hands|borrow people|help from other teams|release people|means", "缺人|缺人手|人不够|要资源|人手不够|人手不足|没人手|要人|借人|抽人|调人|调配|增援|资源不够|资源紧张|资源不足|帮手|加人"},
	{"escalate", "take it upstairs|goes up to|bring to the process owner|bring before the process owner|raise with|raise to|raises|take to the process owner|hand over to the process owner|turns to the process owner|passes on to the process owner|kick upstairs|inform the process owner|refers to|push up", "往上报|往上报告|捅上去|反映上去|递上去|交给流程主管|找流程主管|请流程主管|告诉流程主管|报告流程主管|提交给流程主管|上升到"},
	{"solve", "sorts out|unblock|clear up|deals with the|get rid of|iron out|untangle|clean up the mess|works through|put right|puts right|straighten out|handle the|handles the", "收拾|理顺|化解|疏通|破解|整改|扫清|清除|排查|解开"},
	{"survey", "goes round asking|go round asking|goes around asking|ask around|ask the departments|asks the business|asks the departments|asks departments|talks to the business|talks to departments|asking the business|asks business|listens to what|field study|sounding|finding out|what do they want|finds out|interviewing|works out what|identify|identifies|elicit|determine what", "去问|问业务|问各部门|挨个问|听听业务|去摸|摸底调查|访问|征询|发问卷|弄明白|弄清|弄清楚|搞清楚|搞明白|问清楚|查明|听取业务|了解一下业务|收需求|提炼|调查清楚|盘点"},
	{"write", "put on paper|puts on paper|put in writing|send out|sends out|prepares the|circulate|distribute|compose|turn in|submits|hands in|type up|puts out|delivers the", "发出来|编|交|写出来|汇编|发出|发给大家|出炉|报送|推送|呈报|整理成|弄"},

	{
		"catalogue", "list of what we offer|list of our services|what we offer|services we offer|service offering|offering|services on offer|services customers can get|services customers can order|what customers can order|what customers can get|current services|available services|services are available|index of services|overview of services|catalogue entry|catalogue entries|service overview|service directory|list of current services|all services we provide|services we provide|services are on offer|services to offer|services exist|services we have|services there are",
		"服务的清单|清单|服务一览表|有哪些服务|哪些服务的清单|能提供的服务|提供哪些服务|可提供的服务|可用的服务|服务菜单|服务条目|目录条目|服务总表|对外提供的服务|服务大全|服务册|目录里|服务名录|服务表|服务项目",
	},
	{
		"data", "service level figure|service level figures|the figures|numbers on service levels|sla data|sla figures|sla numbers|uptime numbers|uptime figures|readings|measured figures|service data|stats|datapoint|log of service levels|monthly numbers|monthly figures|raw data|level figures|data on service levels|measured values|service levels every month",
		"服务水平数据|服务级别的数据|服务级别数字|服务水平的数据|级别数据|指标值|监控数据|原始数据|每月的数据|实测数据|可用率数据|sla数据|sla指标|达成数据|测量值|服务质量数据|运行数据|服务级别指标",
	},
	{
		"actual", "how well we did|how we did|how did we do|reality|keep our promises|keep the promises|kept our promises|deliver what we promised|get what they were promised|get what we promised|target met|targets met|were met|are met|hit the targets|delivered vs agreed|promised levels|real levels|real service level|real performance|what we deliver|what was delivered|what is delivered|levels we deliver|what we really deliver|true level|delivered service|delivered services|actual level|actual levels|services performed|fulfilment|hold up|achieved level|achieved levels|service level achieved",
		"达没达标|达不达标|有没有达标|是否达标|达标没有|达标没|做到没有|真实水平|实际的服务水平|实际服务水平|交付水平|交付的服务水平|实际表现|真实表现|兑现情况|承诺兑现|有没有兑现|符合约定|是否符合|达标情况|实际做到的|实际结果|实际级别|真实的服务级别|实际的级别|说到做到没有|履行情况|满足sla|满足约定",
	},
	{
		"structure", "hierarchy of slas|how slas are organised|how our slas are organised|how slas are structured|how our slas are built|sla levels|layering|layer|layers|multi level sla|multilevel sla|corporate level|sla model|sla scheme|sla architecture|setup of the slas|set up of slas|set up of our slas|the way slas are built|sla design|design of our slas|skeleton|sla landscape|blueprint|sla template|template|tier|tiers|sla tiers|sla hierarchy|agreement hierarchy|backbone",
		"分层|分层的|分级|分几层|sla架构|sla层级|sla的架构|sla的结构|sla怎么分层|骨架|模型|sla模型|sla模板|模板|协议架构|协议体系|协议结构|服务级别结构|服务级别管理结构|slm结构|管理结构|sla设计|蓝图|sla怎么搭|总体架构",
	},
	{
		"need", "supposed to deliver|supposed to do|supposed to achieve|supposed to provide|what must the process do|needs to deliver|has to deliver|must deliver|has to achieve|should achieve|must achieve|has to fulfil|must fulfil|must satisfy|has to satisfy|expected of|is expected|expects from|what people want|what they want|they want|levels they want|want from|wants from|levels they need|level they need|wish list|desired|desire|hope to get|ask for|asked of|what is asked|demands on|demands of|requirements on|requirements for|service needs|how good does it have to be|how good|how fast|what quality|would like to have|asks of",
		"有什么要求|有哪些要求|什么要求|哪些要求|要满足什么|满足什么|要满足哪些|需要满足|要达到什么|要多高的|多高的|要什么样的|想要什么|想要什么样|要怎样的|想要更快|什么样的服务级别|要多快|要多好|怎样的服务水平|什么样的服务水平|希望的|期待的|想要的|诉求是什么|有什么需求|有哪些需求|需要怎样的|需要多高|需要什么服务|用户要什么|业务要什么|客户要什么|有什么期望|业务诉求",
	},
	{
		"improvement", "get better|gets better|getting better|keep getting better|keeps getting better|better and better|improvement measure|improvement measures|improvement plan|improvement idea|improvement action|fine tune|fine tuning|streamline|streamlining|refine|refinement|evolve|lessons learned|upgrade the process|make it better|step by step better|progress",
		"改进方案|改进措施|改进计划|改进建议落实|越来越好|更好|不断完善|不断改进|迭代|精益|做优化|流程优化|流程改进|流程改善|优化方案|优化措施|改进点|改进项|持续完善|变得更好|更上一层楼|升级流程|改良流程",
	},
	{
		"stakeholder", "everybody concerned|everyone concerned|all concerned|those concerned|people concerned|all sides|both sides|the various departments|different departments|different teams|business and it|it and business|it and the business|business and suppliers|all units|the parties|every party|each party|all involved|everybody involved|all those involved|every department|every team|interest groups|players|other departments|involved teams|teams involved|departments involved",
		"业务和it|it和业务|业务与it|各团队|各个团队|某团队|各方面的人|有关部门|涉及的部门|各利益方|各家|几个部门|双方|所有人|所有部门|所有团队|每个部门|每个团队|兄弟部门|各业务部门|利益方|各条线|参与的人|相关人员|相关团队|各单位|各相关部门",
	},
	{
		"process", "slm activity|slm activities|slm activity|in slm|of slm|on slm|about slm|within slm|slm as a whole|slm itself|process itself|the process itself|service level mgmt|service level mgt|sl management|service level process|management process|service levels as a process|level process|workflow|slm work|process work|how we do slm",
		"这个流程|这套流程|流程本身|整个流程|这个流程本身|slm工作|slm的活动|slm活动|slm这块|slm流程的|流程里|流程中|服务级别流程|服务水平流程|服务级别管理这套流程|服务级别管理工作|本流程|slm体系",
	},
	{
		"effective", "actually works|really works|works in practice|works as intended|as intended|does what it should|does its job|fit for purpose|lived|stays effective|is working|runs as it should|runs properly|in working order|on track|keeps working|works at all|works for the company|actually followed|being followed|respected|takes hold|up and running|success of the process|success|healthy|goes well|going well|stays on course|everyone follows|everybody follows|company follows",
		"管用|真的管用|有用|起作用|真正起作用|真正有效|跑得好|跑起来|跑得顺|跑通|运作|运作良好|真正落地|不走样|都遵守|都按流程|都按流程办事|按流程办事|有没有效|有没有效果|有无效果|落不落地|照流程|按流程走|走样|健康|有成效|见效|成效|有效运转|有效执行|好不好|整体效果|效果|顺畅运转|长期有效|执行下去|推行下去|真正执行",
	},
	{
		"neighbour", "incident and problem|problem and change|incident, problem|incident or change|other itil|itil process|the other processes|other management processes|release process|change mgmt|incident mgmt|problem mgmt|capacity mgmt|supplier mgmt|service desk|change advisory|configuration process|security management|availability process|continuity process|asset management|neighbouring processes|adjoining process|rest of the processes|surrounding processes|request fulfilment|event process|knowledge process|demand management|portfolio management",
		"incident流程|change流程|problem流程|变更流程|供应商管理流程|容量管理流程|事件管理流程|问题管理流程|变更管理流程|发布流程|配置流程|上下游流程|上下游|周边流程|其他管理流程|其它管理流程|别的管理流程|兄弟流程|各流程|各个流程|多个流程|几个流程|外部流程|旁边的流程|请求管理|资产管理|连续性流程|可用性流程|安全管理流程|跨流程",
	},
	{
		"interface", "fit with|fit together|fits together|fits in with|handshake|handover|hand over|touch point|touchpoint|seams|boundary|boundaries|demarcation|overlap|hang together|ties to|tie to|linked|links|bridge|mesh|plays with|play together|work hand in hand|relationship of|relationship between|relationship with",
		"对接|衔接关系|接头|交接|边界|分界|划分|配合得怎么样|怎么配合|怎么衔接|协同关系|相互关系|之间的关系|联系起来|串起来|打通关系|接起来|挂钩|接口关系",
	},
	{
		"review", "sla meeting|sla meetings|service meeting|quarterly meeting|monthly meeting|regular meeting|regular meetings|quarterly sla review|quarterly review|annual review|review with the customer|review round|review date|sit down with|sit down regularly|get together|meet with the customer regularly|regular get together|look back meeting|review appointment|review board meeting",
		"sla评审|评审会呢|服务例会|回顾例会|季度评审|季度回顾|年度评审|月度评审|定期评审|定期回顾|碰头会|碰头|总结会|会审|复审|评审活动|sla回顾|述职会|对账会|服务会议|评审的会|开评审会|评审会议",
	},
	{
		"problem", "something is stuck|goes off the rails|off the rails|hiccup|hiccups|snag|hitch|bottleneck|roadblock|standstill|not working|doesnt work|does not work|deadlock|impasse|trouble in|concern|hurdle|glitch|mess|cannot solve|cant solve|not solvable|no solution|too big|hits a wall|hit a wall|something goes wrong|something does not work|when things go wrong|things go wrong|out of hand|quarrel|dead end",
		"搞不定的|搞不定的事|解决不了的|解决不了的问题|推不动|走不下去|走不通|出岔子|出了岔子|出状况|有状况|疑难|疑难问题|僵局|卡壳|卡点|堵点|瓶颈|处理不了|处理不了的|摆不平|掉链子|出毛病|麻烦事|棘手|不顺|流程问题|难点问题|出事|出了事|僵住",
	},
	{
		"kpi", "process goals|goals of the process|targets for the process|measure of success|success criteria|performance goals|process targets|process measures|measures for the process|how the process is measured|yardstick|key figures|key figure|process performance|indicators",
		"流程目标|流程的目标|流程的指标|衡量流程|考核流程|流程考核|衡量标准|流程绩效|绩效目标|指标体系|流程kpi|考核标准|关键绩效|流程的考核",
	},
	{
		"training", "learning plan|teaching material|training deck|training slides|training course|training program|training programme|new joiners|instruct|school|schooling|handbook|learn|courseware|course material|lessons|training session|e learning|onboarding material|introduce newcomers",
		"新人培训|培训课|培训课程|培训手册|培训ppt|教程|教案|培训讲义|讲义|教大家|学习资料|学习材料|入门教程|上手指南|培训方案|讲解材料|教学材料|培训文档|课程表|带新人",
	},
	{
		"report", "inform management|tell management|informs management|write up|write-up|status report|performance report|quarterly report|weekly report|report to management|summary of service levels|scorecards|regular report|regular reports|reports on how|report about|overview of the levels|management summary|monthly summary|sla statistics|results to management|service performance report",
		"通告|sla月报|服务月报|服务级别月报|服务水平报告|达成报告|定期报表|统计报表|服务报表|总结报告|分析报告|例行报告|月度报告|季度报告|汇总报告|服务级别报表|数据报告|月度报表",
	},
	{
		"feedback", "what people think|what users think|what customers think|what they think|how people feel|how users feel|how satisfied|how content|opinions about|opinions on|opinion about|criticism|praise|input from|remarks|grievance|gripes|compliments|voice of|views from|impression|impressions|feedback form|satisfaction score|satisfaction scores|comments from|comment from|reactions from|suggestions|rating|tell you what i think|unsatisfied|moan|wants to complain",
		"吐槽的|有意见|提意见|提建议|好评|差评|满意程度|满意度评分|评分|打分|感受|看法|想法反馈|用户评价|客户评价|客户意见|用户意见|供应商意见|各方意见|反馈意见|意见和建议|意见建议|意见反馈|投诉建议|心声|体验反馈|使用感受|满意情况|口碑",
	},
	{"business", "business unit|business units|business side|business people|business folks|the business|business areas|line of business|internal customers|specialist departments|the departments|user departments", "业务部|业务团队|使用部门|需求部门|业务口|业务线|业务那边|业务同事|各业务线|前台部门|各条业务"},
}
